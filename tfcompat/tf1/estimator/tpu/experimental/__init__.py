"""`tf.estimator.tpu.experimental` of 1.15: embedding tables of a `TPUEstimator`, from tensorflow-estimator."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator.tpu.experimental": ("EmbeddingConfigSpec"),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
