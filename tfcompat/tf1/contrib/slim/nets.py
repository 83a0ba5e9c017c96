"""`tf.contrib.slim.nets` of 1.15: image classifiers."""

from tfcompat.tf1 import lazy

HOMES = {"tf_slim.nets": "alexnet inception overfeat resnet_utils resnet_v1 resnet_v2 vgg"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
