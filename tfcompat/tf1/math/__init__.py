"""`tf.math` where the order of arguments changed."""

from tfcompat.tf1.top.argument_order import as_in_1_15

top_k = as_in_1_15("math.top_k")

__all__ = ["top_k"]
