"""TensorFlow's building blocks for training: optimizers and their kernels, input queues, evaluation, summaries.

For code that must build op by op what TensorFlow 1.15 built. Import this only once TensorFlow is loaded.
"""

# The imports are for others, and stand by what they are for.
# ruff: noqa: F401

from __future__ import annotations

# Optimizers: their base class, their variables, their kernels.
from tensorflow.python.distribute import reduce_util as reduce_util
from tensorflow.python.framework.ops import register_proto_function as register_proto_function

# Input queues and the evaluation loop.
from tensorflow.python.ops import data_flow_ops as data_flow_ops
from tensorflow.python.ops import gen_training_ops as gen_training_ops
from tensorflow.python.ops import state_ops as state_ops
from tensorflow.python.training import evaluation as evaluation
from tensorflow.python.training import input as input_queues
from tensorflow.python.training import moving_averages as moving_averages
from tensorflow.python.training import optimizer as optimizer
from tensorflow.python.training import queue_runner as queue_runner
from tensorflow.python.training import session_manager as session_manager
from tensorflow.python.training import slot_creator as slot_creator
