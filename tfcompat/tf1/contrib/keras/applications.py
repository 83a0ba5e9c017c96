"""`tf.contrib.keras.applications` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.applications": "InceptionV3 MobileNet ResNet50 VGG16 VGG19 Xception",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
