"""`HighwayWrapper`: a gate carries part of the input past the cell."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Wrapper


class HighwayWrapper(Wrapper):
    """Variables `carry_w` and `carry_b`, and `transform_w` and `transform_b` if the two gates are not coupled."""

    def __init__(self, cell: Any, couple_carry_transform_gates: bool = True, carry_bias_init: float = 1.0) -> None:
        self._cell = cell
        self._couple_carry_transform_gates = couple_carry_transform_gates
        self._carry_bias_init = carry_bias_init

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        outputs, new_state = self._cell(inputs, state, scope=scope)
        v1.nest.assert_same_structure(inputs, outputs)
        v1.nest.map_structure(lambda i, o: i.get_shape().assert_is_compatible_with(o.get_shape()), inputs, outputs)
        return v1.nest.map_structure(self._highway, inputs, outputs), new_state

    def _highway(self, inputs: Any, outputs: Any) -> Any:
        size = inputs.get_shape().with_rank(2).dims[1].value
        carry = self._gate("carry", inputs, size, self._carry_bias_init)
        if self._couple_carry_transform_gates:
            transform = 1 - carry
        else:
            transform = self._gate("transform", inputs, size, -self._carry_bias_init)
        return inputs * carry + outputs * transform

    def _gate(self, name: str, inputs: Any, size: int, start: float) -> Any:
        weight = v1.get_variable(f"{name}_w", [size, size])
        bias = v1.get_variable(f"{name}_b", [size], initializer=v1.constant_initializer(start))
        return v1.sigmoid(v1.nn.xw_plus_b(inputs, weight, bias))
