"""TensorFlow's own functions for TPUs, which 1.15 offered in `tf.contrib.tpu`.

They build graphs on any machine; running them needs a TPU. Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.ops.gen_tpu_ops import infeed_enqueue as infeed_enqueue
from tensorflow.python.ops.gen_tpu_ops import infeed_enqueue_tuple as infeed_enqueue_tuple
from tensorflow.python.ops.gen_tpu_ops import outfeed_dequeue as outfeed_dequeue
from tensorflow.python.ops.gen_tpu_ops import outfeed_dequeue_tuple as outfeed_dequeue_tuple
from tensorflow.python.ops.gen_tpu_ops import outfeed_enqueue as outfeed_enqueue
from tensorflow.python.ops.gen_tpu_ops import outfeed_enqueue_tuple as outfeed_enqueue_tuple
from tensorflow.python.tpu.device_assignment import DeviceAssignment as DeviceAssignment
from tensorflow.python.tpu.device_assignment import device_assignment as device_assignment
from tensorflow.python.tpu.ops.tpu_ops import infeed_dequeue as infeed_dequeue
from tensorflow.python.tpu.ops.tpu_ops import infeed_dequeue_tuple as infeed_dequeue_tuple
from tensorflow.python.tpu.topology import Topology as Topology
from tensorflow.python.tpu.tpu_feed import InfeedQueue as InfeedQueue
from tensorflow.python.tpu.training_loop import repeat as repeat
from tensorflow.python.tpu.training_loop import while_loop as while_loop
