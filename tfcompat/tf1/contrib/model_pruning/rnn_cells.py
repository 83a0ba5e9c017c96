"""LSTM cells whose kernel is multiplied by a mask."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1
from tfcompat.tf1.contrib.model_pruning import masks

_cells: Any = rnn_cell()


class _MaskedKernel:
    """Adds mask and threshold behind the variables of a cell, and lets the cell multiply by the masked kernel."""

    def build(self, inputs_shape: Any) -> None:
        cell: Any = self
        super().build(inputs_shape)  # type: ignore[misc]
        cell.built = False
        size = v1.dimension_value(v1.TensorShape(inputs_shape)[1])
        cell._mask = cell.add_weight(
            name="mask",
            shape=[size + cell._num_units, 4 * cell._num_units],
            initializer=v1.ones_initializer(),
            trainable=False,
            dtype=cell.dtype,
        )
        cell._threshold = cell.add_weight(
            name="threshold", shape=[], initializer=v1.zeros_initializer(), trainable=False, dtype=cell.dtype
        )
        cell._masked_kernel = v1.multiply(cell._mask, cell._kernel, masks.MASKED_WEIGHT_NAME)
        if not masks.is_collected(cell._mask):
            masks.collect(cell._mask, cell._threshold, cell._masked_kernel, cell._kernel)
        cell.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        cell: Any = self
        kernel, cell._kernel = cell._kernel, cell._masked_kernel
        try:
            return super().call(inputs, state)  # type: ignore[misc]
        finally:
            cell._kernel = kernel


class MaskedBasicLSTMCell(_MaskedKernel, _cells.BasicLSTMCell):
    """`BasicLSTMCell` with a masked kernel."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        activation: Any = None,
        reuse: Any = None,
        name: str | None = None,
    ) -> None:
        super().__init__(
            num_units,
            forget_bias=forget_bias,
            state_is_tuple=state_is_tuple,
            activation=activation,
            reuse=reuse,
            name=name,
        )


class MaskedLSTMCell(_MaskedKernel, _cells.LSTMCell):
    """`LSTMCell` with a masked kernel."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        cell_clip: Any = None,
        initializer: Any = None,
        num_proj: Any = None,
        proj_clip: Any = None,
        num_unit_shards: Any = None,
        num_proj_shards: Any = None,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        activation: Any = None,
        reuse: Any = None,
    ) -> None:
        super().__init__(
            num_units,
            use_peepholes=use_peepholes,
            cell_clip=cell_clip,
            initializer=initializer,
            num_proj=num_proj,
            proj_clip=proj_clip,
            num_unit_shards=num_unit_shards,
            num_proj_shards=num_proj_shards,
            forget_bias=forget_bias,
            state_is_tuple=state_is_tuple,
            activation=activation,
            reuse=reuse,
        )
