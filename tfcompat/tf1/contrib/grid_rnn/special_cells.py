"""The grids that have names: 1, 2 or 3 dimensions, of which the first takes the input and gives the output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import rnn_cell
from tfcompat.tf1.contrib.grid_rnn.grid_rnn_cell import GridRNNCell

_cells = rnn_cell()
_Function = Callable[[Any], Any]


class _Special(GridRNNCell):
    def __init__(
        self,
        num_units: int,
        num_dims: int,
        cell_fn: Callable[[int], Any],
        state_is_tuple: bool,
        output_is_tuple: bool,
        tied: bool = False,
        non_recurrent_fn: _Function | None = None,
    ) -> None:
        super().__init__(
            num_units=num_units,
            num_dims=num_dims,
            input_dims=0,
            output_dims=0,
            priority_dims=0,
            tied=tied,
            non_recurrent_dims=None if non_recurrent_fn is None else 0,
            cell_fn=cell_fn,
            non_recurrent_fn=non_recurrent_fn,
            state_is_tuple=state_is_tuple,
            output_is_tuple=output_is_tuple,
        )


class Grid1BasicRNNCell(_Special):
    """1 dimension of `BasicRNNCell`."""

    def __init__(self, num_units: int, state_is_tuple: bool = True, output_is_tuple: bool = True) -> None:
        super().__init__(num_units, 1, _cells.BasicRNNCell, state_is_tuple, output_is_tuple)


class Grid2BasicRNNCell(_Special):
    """2 dimensions of `BasicRNNCell`."""

    def __init__(
        self,
        num_units: int,
        tied: bool = False,
        non_recurrent_fn: _Function | None = None,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        super().__init__(num_units, 2, _cells.BasicRNNCell, state_is_tuple, output_is_tuple, tied, non_recurrent_fn)


class Grid1BasicLSTMCell(_Special):
    """1 dimension of `BasicLSTMCell`."""

    def __init__(
        self, num_units: int, forget_bias: float = 1, state_is_tuple: bool = True, output_is_tuple: bool = True
    ) -> None:
        super().__init__(num_units, 1, _basic_lstm(forget_bias), state_is_tuple, output_is_tuple)


class Grid2BasicLSTMCell(_Special):
    """2 dimensions of `BasicLSTMCell`."""

    def __init__(
        self,
        num_units: int,
        tied: bool = False,
        non_recurrent_fn: _Function | None = None,
        forget_bias: float = 1,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        super().__init__(
            num_units, 2, _basic_lstm(forget_bias), state_is_tuple, output_is_tuple, tied, non_recurrent_fn
        )


class Grid1LSTMCell(_Special):
    """1 dimension of `LSTMCell`."""

    def __init__(
        self,
        num_units: int,
        use_peepholes: bool = False,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        super().__init__(num_units, 1, _lstm(use_peepholes, forget_bias), state_is_tuple, output_is_tuple)


class _SeveralLSTMCell(_Special):
    _dims: int

    def __init__(
        self,
        num_units: int,
        tied: bool = False,
        non_recurrent_fn: _Function | None = None,
        use_peepholes: bool = False,
        forget_bias: float = 1.0,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        cell_fn = _lstm(use_peepholes, forget_bias)
        super().__init__(num_units, self._dims, cell_fn, state_is_tuple, output_is_tuple, tied, non_recurrent_fn)


class Grid2LSTMCell(_SeveralLSTMCell):
    """2 dimensions of `LSTMCell`."""

    _dims = 2


class Grid3LSTMCell(_SeveralLSTMCell):
    """3 dimensions of `LSTMCell`."""

    _dims = 3


class Grid2GRUCell(_Special):
    """2 dimensions of `GRUCell`."""

    def __init__(
        self,
        num_units: int,
        tied: bool = False,
        non_recurrent_fn: _Function | None = None,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        super().__init__(num_units, 2, _cells.GRUCell, state_is_tuple, output_is_tuple, tied, non_recurrent_fn)


def _basic_lstm(forget_bias: float) -> Callable[[int], Any]:
    return lambda units: _cells.BasicLSTMCell(num_units=units, forget_bias=forget_bias)


def _lstm(use_peepholes: bool, forget_bias: float) -> Callable[[int], Any]:
    return lambda units: _cells.LSTMCell(num_units=units, forget_bias=forget_bias, use_peepholes=use_peepholes)
