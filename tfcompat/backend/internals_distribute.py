"""TensorFlow's parts of distribution strategies that 1.15 offered in `tf.contrib.distribute`.

Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.distribute.cluster_resolver.tpu_cluster_resolver import (
    initialize_tpu_system as initialize_tpu_system,
)
from tensorflow.python.distribute.cross_device_ops import AllReduceCrossDeviceOps as AllReduceCrossDeviceOps
from tensorflow.python.distribute.cross_device_ops import CollectiveAllReduce as CollectiveAllReduce
from tensorflow.python.distribute.distribute_config import DistributeConfig as DistributeConfig
from tensorflow.python.distribute.distribute_coordinator import (
    run_standard_tensorflow_server as run_standard_tensorflow_server,
)
from tensorflow.python.distribute.distribute_lib import UpdateContext as UpdateContext
from tensorflow.python.distribute.distribute_lib import get_cross_replica_context as get_cross_replica_context
from tensorflow.python.distribute.distribute_lib import get_strategy as get_strategy
from tensorflow.python.distribute.distribute_lib import has_strategy as has_strategy
from tensorflow.python.distribute.distribute_lib import require_replica_context as require_replica_context
from tensorflow.python.distribute.step_fn import StandardInputStep as StandardInputStep
from tensorflow.python.distribute.step_fn import StandardSingleLossStep as StandardSingleLossStep
from tensorflow.python.distribute.step_fn import Step as Step
from tensorflow.python.distribute.tpu_strategy import TPUStrategyV1 as TPUStrategyV1
