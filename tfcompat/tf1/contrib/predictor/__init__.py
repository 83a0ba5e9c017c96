"""`tf.contrib.predictor` of 1.15: trained models as functions of arrays."""

from tfcompat.tf1 import lazy

HOMES = {
    ".estimators": "from_contrib_estimator from_estimator",
    ".saved_model": "from_saved_model",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
