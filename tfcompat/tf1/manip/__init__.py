"""`tf.manip` where the order of arguments changed."""

from tfcompat.tf1.top.argument_order import as_in_1_15

scatter_nd = as_in_1_15("manip.scatter_nd")

__all__ = ["scatter_nd"]
