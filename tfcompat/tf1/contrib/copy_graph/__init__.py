"""`tf.contrib.copy_graph` of 1.15: variables and operations copied to another graph."""

from tfcompat.tf1 import lazy

HOMES = {".copy_elements": "copy_op_to_graph copy_variable_to_graph get_copied_op"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
