"""Mixed precision of Keras 2, which tf_keras offers to TensorFlow 2 code only."""

from __future__ import annotations

from types import ModuleType
from typing import Any


def module() -> ModuleType:
    """`tf_keras.mixed_precision`: Policy, global_policy, set_global_policy, LossScaleOptimizer."""
    import tf_keras

    return tf_keras.mixed_precision


def set_to_infer() -> None:
    """Back to the policy that takes each layer's type from its first input, which has no public setter."""
    from tf_keras.src.mixed_precision import policy

    policy._global_policy = None


def v2_dtypes_enabled() -> bool:
    """Whether layers take their types from the policy rather than from their first input."""
    from tf_keras.src.engine import base_layer_utils

    return bool(base_layer_utils.v2_dtype_behavior_enabled())


def is_optimizer(optimizer: Any) -> bool:
    """Whether it is one of 1.15's `tf.keras.optimizers`."""
    from tf_keras.src.optimizers.legacy import optimizer_v2

    return isinstance(optimizer, optimizer_v2.OptimizerV2)
