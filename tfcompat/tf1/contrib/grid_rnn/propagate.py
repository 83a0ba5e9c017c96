"""One pass over some dimensions of a grid of cells."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.grid_rnn.dimensions import Grid
from tfcompat.tf1.contrib.layers import fully_connected, xavier_initializer


def propagate(
    places: list[int],
    grid: Grid,
    cells: list[Any],
    c_prev: list[Any],
    m_prev: list[Any],
    outputs: list[Any],
    states: list[Any],
    first_call: bool,
) -> None:
    """Fills `outputs` and `states` at the places; later passes see the outputs of earlier ones."""
    if not places:
        return
    if grid.num_dims > 1:
        seen = [m_prev[d.idx] if outputs[d.idx] is None else outputs[d.idx] for d in grid.dims[:-1]]
        inputs = v1.concat(seen, 1)
    else:
        inputs = v1.zeros([m_prev[0].get_shape().as_list()[0], 0], m_prev[0].dtype)
    last = m_prev[-1] if outputs[-1] is None else outputs[-1]
    for place in places:
        non_recurrent = grid.dims[place].non_recurrent_fn
        kind = "non_recurrent" if non_recurrent else "recurrent"
        joined = v1.concat([inputs, last], 1) if non_recurrent and grid.num_dims > 1 else last
        state = last if c_prev[place] is None else (c_prev[place], last)
        with v1.variable_scope(kind if grid.tied else f"{kind}/cell_{place}"):
            scope = v1.get_variable_scope()
            if grid.tied and not (first_call and place == places[0]):
                scope.reuse_variables()
            if non_recurrent:
                outputs[place] = fully_connected(
                    joined,
                    num_outputs=grid.num_units,
                    activation_fn=non_recurrent,
                    weights_initializer=scope.initializer or xavier_initializer(),
                    weights_regularizer=scope.regularizer,
                )
            else:
                outputs[place], states[place] = cells[place](inputs, state)
