"""`tf.contrib.util` of 1.15: tensors as protocol buffers, and which operations a graph needs."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.framework.tensor_util": "constant_value",
    "tf": "make_ndarray make_tensor_proto",
    "tensorflow.python.framework.meta_graph": "ops_used_by_graph_def stripped_op_list_for_graph",
    ".": "loader",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
