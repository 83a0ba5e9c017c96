"""`PhasedLSTMCell`: an LSTM whose units are open in phases of their own periods (arXiv:1610.09513)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple
from tfcompat.tf1.cells.linear import Linear


class PhasedLSTMCell(Cell):
    """The input is `(times, values)`: `[batch, 1]` float32 or float64, and `[batch, depth]`."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        leak: float = 0.001,
        ratio_on: float = 0.1,
        trainable_ratio_on: bool = True,
        period_init_min: float = 1.0,
        period_init_max: float = 1000.0,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse, autocast=False)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._leak = leak
        self._ratio_on, self._trainable_ratio_on = ratio_on, trainable_ratio_on
        self._periods = period_init_min, period_init_max
        self._set_sizes(num_units)
        self._linears: dict[str, Linear] = {}

    def call(self, inputs: Any, state: Any) -> Any:
        c_prev, h_prev = state
        time, x = inputs
        seen = [x, h_prev]
        gates = v1.sigmoid(self._mapped("mask_gates", seen, c_prev, 2))
        take, keep = v1.split(axis=1, num_or_size_splits=2, value=gates)
        candidate = v1.tanh(self._mapped("new_input", seen, None))
        c = c_prev * keep + take * candidate
        gate = v1.sigmoid(self._mapped("output_gate", seen, c))
        h = v1.tanh(c) * gate
        opened = self._openness(time)
        c = opened * c + (1 - opened) * c_prev
        h = opened * h + (1 - opened) * h_prev
        return h, LSTMStateTuple(c, h)

    def _mapped(self, scope: str, seen: list[Any], cell: Any, gates: int = 1) -> Any:
        args = [*seen, cell] if self._use_peepholes and cell is not None else seen
        with v1.variable_scope(scope):
            if scope not in self._linears:
                self._linears[scope] = Linear(args, gates * self._num_units, True)
            return self._linears[scope](args)

    def _openness(self, time: Any) -> Any:
        """How far each unit is open, `[batch, units]`; variables `period`, `phase`, `ratio_on`."""
        units = [self._num_units]
        period = v1.get_variable("period", units, initializer=_log_uniform(*self._periods))
        start = v1.random_uniform_initializer(0.0, period.initial_value)
        phase = v1.get_variable("phase", units, initializer=start)
        ratio = v1.constant_initializer(self._ratio_on)
        ratio_on = v1.get_variable("ratio_on", units, initializer=ratio, trainable=self._trainable_ratio_on)
        cycle = _cycle(time, phase, period)
        up = 2 * cycle / ratio_on
        down = 2 - up
        closed = self._leak * cycle
        opened = v1.where(cycle < ratio_on, down, closed)
        return v1.where(cycle < 0.5 * ratio_on, up, opened)


def _cycle(time: Any, phase: Any, period: Any) -> Any:
    """How much of its period has passed, in the precision of the times; the gradient of the remainder is 1."""
    phase = v1.cast(phase, dtype=time.dtype)
    period = v1.cast(period, dtype=time.dtype)
    shifted = time - phase
    remainder = v1.stop_gradient(v1.mod(shifted, period) - shifted) + shifted
    return v1.cast(remainder / period, dtype=v1.float32)


def _log_uniform(low: float, high: float) -> Any:
    def initializer(shape: Any, dtype: Any = v1.float32, partition_info: Any = None) -> Any:
        return v1.exp(v1.random_uniform(shape, v1.log(low), v1.log(high), dtype))

    return initializer
