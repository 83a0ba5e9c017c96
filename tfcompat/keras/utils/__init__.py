"""`keras.utils` of 2.3.1."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.keras.utils.drawing": "model_to_dot plot_model",
    "tfcompat.keras.utils.progress": "Progbar",
    "tfcompat.keras.utils.summary": "print_summary",
    "tfcompat.keras.by_name": "serialize_keras_object=serialize",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
