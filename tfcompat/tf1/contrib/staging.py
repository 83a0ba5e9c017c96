"""`tf.contrib.staging` of 1.15: a place on a device where tensors wait."""

from tfcompat.tf1 import lazy

HOMES = {
    "__future__": "absolute_import division print_function",
    "tensorflow.python.ops.data_flow_ops": "StagingArea",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
