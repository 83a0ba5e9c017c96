"""`WeightNormLSTMCell` of `tensorflow.contrib.rnn.python.ops.rnn_cell`: normalized weights (arXiv:1602.07868)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Cell, LSTMStateTuple, known_input_size
from tfcompat.tf1.cells.linear import as_list, joined_size


class WeightNormLSTMCell(Cell):
    """As `LSTMCell`, in a scope `wn_lstm_cell`, with the scales `norm_0` and `norm_1` of the kernel's two parts."""

    def __init__(
        self,
        num_units: int,
        norm: bool = True,
        use_peepholes: bool = False,
        cell_clip: float | None = None,
        initializer: Any = None,
        num_proj: int | None = None,
        proj_clip: float | None = None,
        forget_bias: float = 1,
        activation: Any = None,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(_reuse=reuse)
        self._num_units, self._num_proj = num_units, num_proj
        self._norm = norm
        self._initializer = initializer
        self._use_peepholes = use_peepholes
        self._cell_clip, self._proj_clip = cell_clip, proj_clip
        self._activation = activation or v1.tanh
        self._forget_bias = forget_bias
        self._scope = "wn_lstm_cell"
        self._set_sizes(num_units, num_proj)

    def call(self, inputs: Any, state: Any) -> Any:
        c, h = state
        units, act = self._num_units, self._activation
        known_input_size(inputs)
        with v1.variable_scope("wn_lstm_cell", initializer=self._initializer):
            gates = self._linear([inputs, h], 4 * units, bias=True)
            i, j, f, o = v1.split(value=gates, num_or_size_splits=4, axis=1)
            if self._use_peepholes:
                f_diag, i_diag, o_diag = (
                    v1.get_variable(f"w_{gate}_diag", shape=[units], dtype=inputs.dtype) for gate in "fio"
                )
                kept = c * v1.sigmoid(f + self._forget_bias + f_diag * c)
                c = kept + v1.sigmoid(i + i_diag * c) * act(j)
            else:
                c = c * v1.sigmoid(f + self._forget_bias) + v1.sigmoid(i) * act(j)
            if self._cell_clip is not None:
                c = v1.clip_by_value(c, -self._cell_clip, self._cell_clip)
            h = v1.sigmoid(o + o_diag * c if self._use_peepholes else o) * act(c)
            if self._num_proj is not None:
                with v1.variable_scope("projection"):
                    h = self._linear(h, self._num_proj, bias=False)
                if self._proj_clip is not None:
                    h = v1.clip_by_value(h, -self._proj_clip, self._proj_clip)
            return h, LSTMStateTuple(c, h)

    def _linear(self, args: Any, size: int, bias: bool) -> Any:
        inputs = as_list(args)
        rows, dtype = joined_size(inputs), inputs[0].dtype
        with v1.variable_scope(v1.get_variable_scope()) as scope:
            weights = v1.get_variable("kernel", [rows, size], dtype=dtype)
            if self._norm:
                weights = _normalized(weights, [each.get_shape().dims[1].value for each in inputs])
            mapped = v1.matmul(inputs[0] if len(inputs) == 1 else v1.concat(inputs, 1), weights)
            if not bias:
                return mapped
            with v1.variable_scope(scope) as inner:
                inner.set_partitioner(None)
                zeros = v1.constant_initializer(0.0, dtype=dtype)
                biases = v1.get_variable("bias", [size], dtype=dtype, initializer=zeros)
            return v1.nn.bias_add(mapped, biases)


def _normalized(weights: Any, sizes: list[int]) -> Any:
    """Each block of rows with columns of unit length, times a scale for each column."""
    blocks, start = [], 0
    with v1.control_dependencies(None):
        for place, size in enumerate(sizes):
            block = weights[start : start + size, :]
            scale = v1.get_variable(f"norm_{place}", [block.get_shape().as_list()[1]], dtype=block.dtype)
            blocks.append(v1.nn.l2_normalize(block, axis=0) * scale)
            start += size
        return v1.concat(blocks, axis=0)
