"""LSTM cells with layer normalization and recurrent dropout (arXiv:1607.06450, arXiv:1603.05118)."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple, known_input_size
from tfcompat.tf1.cells.linear import as_list, joined_size
from tfcompat.tf1.cells.norm import normalized


class LayerNormBasicLSTMCell(Cell):
    """Variables `kernel`, and `gamma` and `beta` in `input`, `transform`, `forget`, `output`, `state`; or `bias`."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        input_size: Any = None,
        activation: Any = v1.tanh,
        layer_norm: bool = True,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
        dropout_keep_prob: Any = 1.0,
        dropout_prob_seed: int | None = None,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        if input_size is not None:
            v1.logging.warn("%s: The input_size parameter is deprecated.", self)
        self._num_units = num_units
        self._activation = activation
        self._forget_bias = forget_bias
        self._keep_prob, self._seed = dropout_keep_prob, dropout_prob_seed
        self._layer_norm = layer_norm
        self._norm_gain, self._norm_shift = norm_gain, norm_shift
        self._set_sizes(num_units)

    def call(self, inputs: Any, state: Any) -> Any:
        c, h = state
        joined = v1.concat([inputs, h], 1)
        gates = self._linear(joined)
        norm = functools.partial(normalized, gain=self._norm_gain, shift=self._norm_shift, dtype=joined.dtype)
        i, j, f, o = v1.split(value=gates, num_or_size_splits=4, axis=1)
        if self._layer_norm:
            i, j, f, o = norm(i, "input"), norm(j, "transform"), norm(f, "forget"), norm(o, "output")
        g = self._activation(j)
        if not isinstance(self._keep_prob, float) or self._keep_prob < 1:
            g = v1.nn.dropout(g, self._keep_prob, seed=self._seed)
        c = c * v1.sigmoid(f + self._forget_bias) + v1.sigmoid(i) * g
        if self._layer_norm:
            c = norm(c, "state")
        h = self._activation(c) * v1.sigmoid(o)
        return h, LSTMStateTuple(c, h)

    def _linear(self, joined: Any) -> Any:
        size = 4 * self._num_units
        kernel = v1.get_variable("kernel", [joined.get_shape()[-1], size], dtype=joined.dtype)
        mapped = v1.matmul(joined, kernel)
        if self._layer_norm:
            return mapped
        return v1.nn.bias_add(mapped, v1.get_variable("bias", [size], dtype=joined.dtype))


class LayerNormLSTMCell(Cell):
    """As `LSTMCell`, with layer normalization if asked for; of `tensorflow.contrib.rnn.python.ops.rnn_cell`."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        forget_bias: float = 1.0,
        activation: Any = None,
        layer_norm: bool = False,
        norm_gain: float = 1.0,
        norm_shift: float = 0.0,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._num_units, self._num_proj = num_units, num_proj
        self._use_peepholes = use_peepholes
        self._cell_clip, self._proj_clip = cell_clip, proj_clip
        self._initializer = initializer
        self._forget_bias = forget_bias
        self._activation = activation or v1.tanh
        self._layer_norm = layer_norm
        self._norm = functools.partial(normalized, gain=norm_gain, shift=norm_shift)
        self._set_sizes(num_units, num_proj)

    def call(self, inputs: Any, state: Any) -> Any:
        c, m = state
        known_input_size(inputs)
        units, act = self._num_units, self._activation
        with v1.variable_scope(v1.get_variable_scope(), initializer=self._initializer) as scope:
            gates = self._linear([inputs, m], 4 * units, bias=True)
            i, j, f, o = v1.split(value=gates, num_or_size_splits=4, axis=1)
            if self._layer_norm:
                norm = self._norm
                i, j, f, o = norm(i, "input"), norm(j, "transform"), norm(f, "forget"), norm(o, "output")
            if self._use_peepholes:
                with v1.variable_scope(scope):
                    f_diag, i_diag, o_diag = (
                        v1.get_variable(f"w_{gate}_diag", shape=[units], dtype=inputs.dtype) for gate in "fio"
                    )
                kept = v1.sigmoid(f + self._forget_bias + f_diag * c) * c
                c = kept + v1.sigmoid(i + i_diag * c) * act(j)
            else:
                c = v1.sigmoid(f + self._forget_bias) * c + v1.sigmoid(i) * act(j)
            if self._layer_norm:
                c = self._norm(c, "state")
            if self._cell_clip is not None:
                c = v1.clip_by_value(c, -self._cell_clip, self._cell_clip)
            m = v1.sigmoid(o + o_diag * c if self._use_peepholes else o) * act(c)
            if self._num_proj is not None:
                with v1.variable_scope("projection"):
                    m = self._linear(m, self._num_proj, bias=False)
                if self._proj_clip is not None:
                    m = v1.clip_by_value(m, -self._proj_clip, self._proj_clip)
        return m, LSTMStateTuple(c, m)

    def _linear(self, args: Any, size: int, bias: bool) -> Any:
        """A linear map that has a bias variable but does not add it where normalization follows."""
        inputs = as_list(args)
        rows, dtype = joined_size(inputs), inputs[0].dtype
        with v1.variable_scope(v1.get_variable_scope()) as scope:
            weights = v1.get_variable("kernel", [rows, size], dtype=dtype)
            mapped = v1.matmul(inputs[0] if len(inputs) == 1 else v1.concat(inputs, 1), weights)
            if not bias:
                return mapped
            with v1.variable_scope(scope) as inner:
                inner.set_partitioner(None)
                zeros = v1.constant_initializer(0.0, dtype=dtype)
                biases = v1.get_variable("bias", [size], dtype=dtype, initializer=zeros)
        return mapped if self._layer_norm else v1.nn.bias_add(mapped, biases)
