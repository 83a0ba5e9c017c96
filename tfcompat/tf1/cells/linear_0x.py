"""`tf.nn.rnn_cell.linear` (and `_linear`) of TensorFlow 0.x: variables `Matrix` and `Bias` in a scope `Linear`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.linear import as_list, joined_size


def linear(args: Any, output_size: int, bias: bool, bias_start: float = 0.0, scope: Any = None) -> Any:
    """The sum over the inputs of `input @ W`, plus a bias that starts from `bias_start` if asked for."""
    inputs = as_list(args)
    size, dtype = joined_size(inputs), inputs[0].dtype
    with v1.variable_scope(scope or "Linear"):
        matrix = v1.get_variable("Matrix", [size, output_size], dtype=dtype)
        product = v1.matmul(inputs[0] if len(inputs) == 1 else v1.concat(inputs, 1), matrix)
        if not bias:
            return product
        start = v1.constant_initializer(bias_start, dtype=dtype)
        return product + v1.get_variable("Bias", [output_size], dtype=dtype, initializer=start)
