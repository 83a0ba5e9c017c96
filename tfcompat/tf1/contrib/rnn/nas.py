"""`NASCell`: the cell that a search over architectures found (arXiv:1611.01578)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import LayerCell, LSTMStateTuple

_GATES = 8


class NASCell(LayerCell):
    """Variables `recurrent_kernel`, `kernel`, if asked for `bias` (of the recurrent part), `projection_weights`."""

    def __init__(
        self,
        num_units: int,
        num_proj: int | None = None,
        use_bias: bool = False,
        reuse: bool | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(_reuse=reuse, **kwargs)
        self._num_units, self._num_proj = num_units, num_proj
        self._use_bias = use_bias
        self._set_sizes(num_units, num_proj)

    def build(self, inputs_shape: Any) -> None:
        depth = v1.dimension_value(v1.TensorShape(inputs_shape).with_rank(2)[1])
        if depth is None:
            raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
        units = self._num_units
        proj = units if self._num_proj is None else self._num_proj
        self.recurrent_kernel = self.add_weight("recurrent_kernel", [proj, _GATES * units])
        self.kernel = self.add_weight("kernel", [depth, _GATES * units])
        if self._use_bias:
            self.bias = self.add_weight("bias", [_GATES * units], initializer=v1.zeros_initializer)
        if self._num_proj is not None:
            self.projection_weights = self.add_weight("projection_weights", [units, proj])
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        sigmoid, tanh, relu = v1.sigmoid, v1.tanh, v1.nn.relu
        c_prev, m_prev = state
        recurrent = v1.matmul(m_prev, self.recurrent_kernel)
        forward = v1.matmul(inputs, self.kernel)
        if self._use_bias:
            recurrent = v1.nn.bias_add(recurrent, self.bias)
        m = v1.split(axis=1, num_or_size_splits=_GATES, value=recurrent)
        x = v1.split(axis=1, num_or_size_splits=_GATES, value=forward)
        first = [
            sigmoid(x[0] + m[0]),
            relu(x[1] + m[1]),
            sigmoid(x[2] + m[2]),
            relu(x[3] * m[3]),
            tanh(x[4] + m[4]),
            sigmoid(x[5] + m[5]),
            tanh(x[6] + m[6]),
            sigmoid(x[7] + m[7]),
        ]
        second = [
            tanh(first[0] * first[1]),
            tanh(first[2] + first[3]),
            tanh(first[4] * first[5]),
            sigmoid(first[6] + first[7]),
        ]
        c = tanh(second[0] + c_prev) * second[1]
        new_m = tanh(c * tanh(second[2] + second[3]))
        if self._num_proj is not None:
            new_m = v1.matmul(new_m, self.projection_weights)
        return new_m, LSTMStateTuple(c, new_m)
