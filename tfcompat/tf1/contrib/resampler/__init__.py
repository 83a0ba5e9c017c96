"""`tf.contrib.resampler` of 1.15: images sampled at points between pixels."""

from tfcompat.tf1 import lazy

HOMES = {".resampler_ops": "resampler"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
