"""`SRUCell`: the simple recurrent unit (arXiv:1709.02755)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import InputSpec, LayerCell, known_depth


class SRUCell(LayerCell):
    """Gates that depend on the input alone; variables `kernel` and `bias`."""

    def __init__(
        self, num_units: int, activation: Any = None, reuse: bool | None = None, name: str | None = None, **kwargs: Any
    ) -> None:
        super().__init__(_reuse=reuse, name=name, **kwargs)
        self._state_size = self._output_size = self._num_units = num_units
        self._activation = activation or v1.tanh
        self.input_spec = InputSpec(ndim=2)

    def build(self, inputs_shape: Any) -> None:
        self._kernel = self.add_weight("kernel", shape=[known_depth(inputs_shape), 4 * self._num_units])
        self._bias = self.add_weight("bias", shape=[2 * self._num_units], initializer=v1.zeros_initializer)
        self._built = True

    def call(self, inputs: Any, state: Any) -> Any:
        mapped = v1.matmul(inputs, self._kernel)
        candidate, forget, reset, carried = v1.split(value=mapped, num_or_size_splits=4, axis=1)
        gates = v1.sigmoid(v1.nn.bias_add(v1.concat([forget, reset], 1), self._bias))
        forget, reset = v1.split(value=gates, num_or_size_splits=2, axis=1)
        c = forget * state + (1.0 - forget) * candidate
        return reset * self._activation(c) + (1.0 - reset) * carried, c
