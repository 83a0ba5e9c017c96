"""`tf.contrib.mixed_precision` of 1.15: losses scaled so that small gradients survive in half precision."""

from tfcompat.tf1 import lazy

HOMES = {
    ".loss_scale_manager": "ExponentialUpdateLossScaleManager FixedLossScaleManager LossScaleManager",
    ".loss_scale_optimizer": "LossScaleOptimizer",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
