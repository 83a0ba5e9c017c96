"""`tf.contrib.saved_model` of 1.15: Keras models in its own SavedModel folder."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.keras.experimental.saved_model_v1": (
        "load_keras_model=load_from_saved_model save_keras_model=export_saved_model"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
