"""`tf.contrib.proto` of 1.15: protocol buffers decoded and encoded by ops."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.io": "decode_proto encode_proto",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
