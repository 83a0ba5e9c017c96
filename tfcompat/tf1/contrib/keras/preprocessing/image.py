"""`tf.contrib.keras.preprocessing.image` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.preprocessing.image": (
        "DirectoryIterator ImageDataGenerator Iterator NumpyArrayIterator array_to_img img_to_array"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
