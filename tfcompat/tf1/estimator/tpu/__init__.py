"""`tf.estimator.tpu` of 1.15, from tensorflow-estimator: a plain estimator where there is no TPU."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator.tpu": (
        "InputPipelineConfig RunConfig TPUConfig TPUEstimator TPUEstimatorSpec"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
