"""`tf.keras.mixed_precision.experimental`, whose names Keras changed in 2.4."""

from tfcompat.tf1.keras.mixed_precision.experimental.loss_scale_optimizer import LossScaleOptimizer
from tfcompat.tf1.keras.mixed_precision.experimental.policy import Policy, global_policy, set_policy

__all__ = ["LossScaleOptimizer", "Policy", "global_policy", "set_policy"]
