"""`ConvLSTMCell` and its forms for 1, 2 and 3 dimensions: an LSTM of convolutions (arXiv:1506.04214)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple

_CONVOLUTIONS = {3: "conv1d", 4: "conv2d", 5: "conv3d"}


class ConvLSTMCell(Cell):
    """`input_shape` is that of one input without its batch; variables `kernel` and `biases`.

    Raises:
      ValueError: `input_shape` does not have `conv_ndims` dimensions and channels.
    """

    def __init__(
        self,
        conv_ndims: int,
        input_shape: list[int],
        output_channels: int,
        kernel_shape: Any,
        use_bias: bool = True,
        skip_connection: bool = False,
        forget_bias: float = 1.0,
        initializers: Any = None,
        name: str = "conv_lstm_cell",
    ) -> None:
        super().__init__(name=name)
        if conv_ndims != len(input_shape) - 1:
            raise ValueError(f"Invalid input_shape {input_shape} for conv_ndims={conv_ndims}.")
        self._conv_ndims = conv_ndims
        self._output_channels = output_channels
        self._kernel_shape = list(kernel_shape)
        self._use_bias = use_bias
        self._skip_connection = skip_connection
        self._forget_bias = forget_bias
        channels = output_channels + (input_shape[-1] if skip_connection else 0)
        state = v1.TensorShape([*input_shape[:-1], output_channels])
        self._state_size = LSTMStateTuple(state, state)
        self._output_size = v1.TensorShape([*input_shape[:-1], channels])

    def call(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        cell, hidden = state
        mapped = _convolved([inputs, hidden], self._kernel_shape, 4 * self._output_channels, self._use_bias)
        i, j, f, o = v1.split(value=mapped, num_or_size_splits=4, axis=self._conv_ndims + 1)
        cell = v1.sigmoid(f + self._forget_bias) * cell
        cell += v1.sigmoid(i) * v1.tanh(j)
        output = v1.tanh(cell) * v1.sigmoid(o)
        if self._skip_connection:
            output = v1.concat([output, inputs], axis=-1)
        return output, LSTMStateTuple(cell, output)


class Conv1DLSTMCell(ConvLSTMCell):
    """`ConvLSTMCell` over one dimension."""

    def __init__(self, name: str = "conv_1d_lstm_cell", **kwargs: Any) -> None:
        super().__init__(conv_ndims=1, name=name, **kwargs)


class Conv2DLSTMCell(ConvLSTMCell):
    """`ConvLSTMCell` over two dimensions."""

    def __init__(self, name: str = "conv_2d_lstm_cell", **kwargs: Any) -> None:
        super().__init__(conv_ndims=2, name=name, **kwargs)


class Conv3DLSTMCell(ConvLSTMCell):
    """`ConvLSTMCell` over three dimensions."""

    def __init__(self, name: str = "conv_3d_lstm_cell", **kwargs: Any) -> None:
        super().__init__(conv_ndims=3, name=name, **kwargs)


def _convolved(args: list[Any], kernel_shape: list[int], features: int, bias: bool) -> Any:
    shapes = [each.get_shape().as_list() for each in args]
    ranks = {len(shape) for shape in shapes}
    if not ranks <= set(_CONVOLUTIONS):
        raise ValueError(f"Conv Linear expects 3D, 4D or 5D arguments: {shapes}")
    if len(ranks) > 1:
        raise ValueError(f"Conv Linear expects all args to be of same Dimension: {shapes}")
    rank, dtype = ranks.pop(), args[0].dtype
    channels = sum(shape[-1] for shape in shapes)
    kernel = v1.get_variable("kernel", [*kernel_shape, channels, features], dtype=dtype)
    convolution = getattr(v1.nn, _CONVOLUTIONS[rank])
    strides = 1 if rank == 3 else rank * [1]
    mapped = convolution(v1.concat(axis=rank - 1, values=args), kernel, strides, padding="SAME")
    if not bias:
        return mapped
    zeros = v1.constant_initializer(0.0, dtype=dtype)
    return mapped + v1.get_variable("biases", [features], dtype=dtype, initializer=zeros)
