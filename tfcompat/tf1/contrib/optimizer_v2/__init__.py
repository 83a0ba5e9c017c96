"""`tf.contrib.optimizer_v2` of 1.15: optimizers whose settings may be functions, and that can hold gradients back."""

from tfcompat.tf1 import lazy

HOMES = {
    ".optimizers": (
        "AdadeltaOptimizer AdagradOptimizer AdamOptimizer GradientDescentOptimizer MomentumOptimizer RMSPropOptimizer"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
