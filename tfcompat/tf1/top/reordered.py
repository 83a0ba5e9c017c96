"""The functions at the top of `tf` whose order of arguments changed."""

from __future__ import annotations

from tfcompat.tf1.top.argument_order import as_in_1_15

numpy_function = as_in_1_15("numpy_function")
scatter_nd = as_in_1_15("scatter_nd")
tensor_scatter_add = as_in_1_15("tensor_scatter_add")
tensor_scatter_nd_add = as_in_1_15("tensor_scatter_nd_add")
tensor_scatter_nd_sub = as_in_1_15("tensor_scatter_nd_sub")
tensor_scatter_sub = as_in_1_15("tensor_scatter_sub")
