"""`CoupledInputForgetGateLSTMCell`: an LSTM whose input gate is one less its forget gate."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple, known_input_size, warn_of_joined_state
from tfcompat.tf1.cells.norm import normalized
from tfcompat.tf1.cells.sharded import sharded_variable


class CoupledInputForgetGateLSTMCell(Cell):
    """As `LSTMCell`, with three gates; variables `W_0`, `B`, for peepholes `W_F_diag`, `W_O_diag`, and `W_P_0`."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        num_unit_shards: int = 1,
        num_proj_shards: int = 1,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        activation: Any = v1.tanh,
        reuse: bool | None = None,
        layer_norm: bool = False,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
    ) -> None:
        super().__init__(_reuse=reuse)
        if not state_is_tuple:
            warn_of_joined_state(self)
        self._num_units = num_units
        self._use_peepholes = use_peepholes
        self._num_proj, self._proj_clip = num_proj, proj_clip
        self._num_unit_shards, self._num_proj_shards = num_unit_shards, num_proj_shards
        self._forget_bias = forget_bias
        self._state_is_tuple = state_is_tuple
        self._activation = activation
        self._layer_norm = layer_norm
        self._norm = functools.partial(normalized, gain=norm_gain, shift=norm_shift)
        self._set_sizes(num_units, num_proj)
        if not state_is_tuple:
            self._state_size = sum(self._state_size)

    def call(self, inputs: Any, state: Any) -> Any:
        units = self._num_units
        proj = units if self._num_proj is None else self._num_proj
        if self._state_is_tuple:
            c_prev, m_prev = state
        else:
            c_prev = v1.slice(state, [0, 0], [-1, units])
            m_prev = v1.slice(state, [0, units], [-1, proj])
        rows = known_input_size(inputs) + proj
        weights = sharded_variable("W", [rows, 3 * units], inputs.dtype, self._num_unit_shards)
        bias = v1.get_variable("B", shape=[3 * units], initializer=v1.zeros_initializer(), dtype=inputs.dtype)
        gates = v1.matmul(v1.concat([inputs, m_prev], 1), weights)
        if not self._layer_norm:
            gates = v1.nn.bias_add(gates, bias)
        j, f, o = v1.split(value=gates, num_or_size_splits=3, axis=1)
        if self._layer_norm:
            j, f, o = self._norm(j, "transform"), self._norm(f, "forget"), self._norm(o, "output")
        if self._use_peepholes:
            f_diag = v1.get_variable("W_F_diag", shape=[units], dtype=inputs.dtype)
            o_diag = v1.get_variable("W_O_diag", shape=[units], dtype=inputs.dtype)
            forget = v1.sigmoid(f + self._forget_bias + f_diag * c_prev)
        else:
            forget = v1.sigmoid(f + self._forget_bias)
        c = forget * c_prev + (1 - forget) * self._activation(j)
        if self._layer_norm:
            c = self._norm(c, "state")
        m = v1.sigmoid(o + o_diag * c if self._use_peepholes else o) * self._activation(c)
        if self._num_proj is not None:
            m = v1.matmul(m, sharded_variable("W_P", [units, proj], inputs.dtype, self._num_proj_shards))
            if self._proj_clip is not None:
                m = v1.clip_by_value(m, -self._proj_clip, self._proj_clip)
        return m, LSTMStateTuple(c, m) if self._state_is_tuple else v1.concat([c, m], 1)
