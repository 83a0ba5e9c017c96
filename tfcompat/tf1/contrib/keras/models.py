"""`tf.contrib.keras.models` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.models": "Model Sequential load_model model_from_config model_from_json model_from_yaml",
    "tfcompat.tf1.keras.models": "save_model",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
