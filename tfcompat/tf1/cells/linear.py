"""`_Linear` and `_linear` of `tensorflow.contrib.rnn.python.ops.core_rnn_cell`: a matrix product over joined inputs.

They make the variables `kernel` and `bias` in the current variable scope, in the order and with the ops of 1.15.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

KERNEL, BIAS = "kernel", "bias"


class Linear:
    """The map with its variables made at once, to be called any number of times."""

    def __init__(
        self,
        args: Any,
        output_size: int,
        build_bias: bool,
        bias_initializer: Any = None,
        kernel_initializer: Any = None,
    ) -> None:
        self._takes_list = v1.nest.is_nested(args)
        inputs = as_list(args)
        size, dtype = joined_size(inputs), inputs[0].dtype
        self._build_bias = build_bias
        with v1.variable_scope(v1.get_variable_scope()) as scope:
            self._weights = v1.get_variable(KERNEL, [size, output_size], dtype=dtype, initializer=kernel_initializer)
            if build_bias:
                self._biases = _bias(scope, output_size, dtype, bias_initializer)

    def __call__(self, args: Any) -> Any:
        inputs = args if self._takes_list else [args]
        if len(inputs) == 1:
            product = v1.matmul(inputs[0], self._weights)
        else:
            # 1.15 makes this constant by hand, and its name counts in the graph.
            one = v1.constant(1, dtype=v1.int32)
            product = v1.matmul(v1.concat(inputs, one), self._weights)
        return v1.nn.bias_add(product, self._biases) if self._build_bias else product


def linear(
    args: Any, output_size: int, bias: bool, bias_initializer: Any = None, kernel_initializer: Any = None
) -> Any:
    """The map applied once: the sum over the inputs of `input @ W`, plus a bias if asked for."""
    inputs = as_list(args)
    size, dtype = joined_size(inputs), inputs[0].dtype
    with v1.variable_scope(v1.get_variable_scope()) as scope:
        weights = v1.get_variable(KERNEL, [size, output_size], dtype=dtype, initializer=kernel_initializer)
        product = v1.matmul(inputs[0] if len(inputs) == 1 else v1.concat(inputs, 1), weights)
        if not bias:
            return product
        biases = _bias(scope, output_size, dtype, bias_initializer)
    return v1.nn.bias_add(product, biases)


def _bias(scope: Any, size: int, dtype: Any, initializer: Any) -> Any:
    with v1.variable_scope(scope) as inner:
        inner.set_partitioner(None)
        if initializer is None or isinstance(initializer, (int, float)):  # 1.0 and 1.1 had a number here, bias_start
            initializer = v1.constant_initializer(initializer or 0.0, dtype=dtype)
        return v1.get_variable(BIAS, [size], dtype=dtype, initializer=initializer)


def as_list(args: Any) -> list[Any]:
    """The inputs as a list; ValueError if there are none."""
    if args is None or (v1.nest.is_nested(args) and not args):
        raise ValueError("linear expected at least one input, but received none")
    return list(args) if v1.nest.is_nested(args) else [args]


def joined_size(inputs: list[Any]) -> int:
    """The sum of the second dimensions."""
    shapes = [each.get_shape() for each in inputs]
    for shape in shapes:
        if shape.ndims != 2:
            raise ValueError(f"linear is expecting 2D arguments: {shapes}")
        if shape.dims[1].value is None:
            raise ValueError(f"linear expects shape[1] to be provided, but received the shape {shape}")
    return sum(shape.dims[1].value for shape in shapes)
