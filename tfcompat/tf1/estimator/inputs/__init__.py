"""`tf.estimator.inputs` of 1.15: input functions over arrays and data frames, from tensorflow-estimator."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator.inputs": ("numpy_input_fn pandas_input_fn"),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
