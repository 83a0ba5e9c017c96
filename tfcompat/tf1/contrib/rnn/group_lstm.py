"""`GLSTMCell`: an LSTM whose units fall into groups that do not see each other (arXiv:1703.10722)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple
from tfcompat.tf1.cells.linear import Linear


class GLSTMCell(Cell):
    """Variables `kernel` in `group0`, `group1`, …, and `bias_i`, `bias_j`, `bias_f`, `bias_o`.

    Raises:
      ValueError: a size cannot be divided into that many groups.
    """

    def __init__(
        self,
        num_units: int,
        initializer: Any = None,
        num_proj: int | None = None,
        number_of_groups: int = 1,
        forget_bias: float = 1.0,
        activation: Any = v1.tanh,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._num_units, self._num_proj = num_units, num_proj
        self._initializer = initializer
        self._forget_bias = forget_bias
        self._activation = activation
        self._number_of_groups = number_of_groups
        if num_units % number_of_groups:
            raise ValueError("num_units must be divisible by number_of_groups")
        if num_proj and num_proj % number_of_groups:
            raise ValueError("num_proj must be divisible by number_of_groups")
        self._set_sizes(num_units, num_proj)
        self._group_shape = [self._output_size // number_of_groups, num_units // number_of_groups]
        self._linear1: list[Linear | None] = [None] * number_of_groups
        self._linear2: Linear | None = None

    def call(self, inputs: Any, state: Any) -> Any:
        c, m = state
        batch = v1.dimension_value(inputs.shape[0]) or v1.shape(inputs)[0]
        size = self._size_in_groups(inputs)
        with v1.variable_scope(v1.get_variable_scope(), initializer=self._initializer):
            gates: list[list[Any]] = [[], [], [], []]
            for group in range(self._number_of_groups):
                with v1.variable_scope(f"group{group}"):
                    seen = v1.concat(
                        [_part(inputs, group, size, batch), _part(m, group, self._group_shape[0], batch)], axis=1
                    )
                    linear = self._linear1[group]
                    if linear is None:
                        linear = self._linear1[group] = Linear(seen, 4 * self._group_shape[1], False)
                    for gate, part in zip(gates, v1.split(linear(seen), 4, 1), strict=True):
                        gate.append(part)
            biases = [
                v1.get_variable(
                    name=f"bias_{gate}",
                    shape=[self._num_units],
                    dtype=inputs.dtype,
                    initializer=v1.constant_initializer(0.0, dtype=inputs.dtype),
                )
                for gate in "ijfo"
            ]
            i, j, f, o = (
                v1.nn.bias_add(v1.concat(gate, axis=1), bias) for gate, bias in zip(gates, biases, strict=True)
            )
        c = v1.sigmoid(f + self._forget_bias) * c + v1.sigmoid(i) * v1.tanh(j)
        m = v1.sigmoid(o) * self._activation(c)
        if self._num_proj is not None:
            with v1.variable_scope("projection"):
                if self._linear2 is None:
                    self._linear2 = Linear(m, self._num_proj, False)
                m = self._linear2(m)
        return m, LSTMStateTuple(c, m)

    def _size_in_groups(self, inputs: Any) -> int:
        size: int | None = v1.dimension_value(inputs.shape[1])
        if size is None:
            raise ValueError("input size must be statically known")
        if size % self._number_of_groups:
            raise ValueError(f"input size ({size}) must be divisible by number_of_groups ({self._number_of_groups})")
        return size // self._number_of_groups


def _part(values: Any, group: int, size: int, batch: Any) -> Any:
    name = f"GLSTM_group{group}_input_generation"
    return v1.slice(values, begin=[0, group * size], size=[batch, size], name=name)
