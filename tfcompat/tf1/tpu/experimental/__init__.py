"""`tf.tpu.experimental` of 1.15: how a `TPUEstimator` trains embedding tables."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.backend.estimator.tpu_embedding": (
        "AdagradParameters AdamParameters StochasticGradientDescentParameters"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
