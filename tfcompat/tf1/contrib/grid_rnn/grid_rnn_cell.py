"""`GridRNNCell`: one cell for each dimension, each of which sees the outputs of all."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import rnn_cell, v1
from tfcompat.tf1.cells.base import RNNCell
from tfcompat.tf1.contrib.grid_rnn.dimensions import grid
from tfcompat.tf1.contrib.grid_rnn.propagate import propagate


class GridRNNCell(RNNCell):
    """Dimensions in `priority_dims` come last and see the others' outputs; see the paper for the rest.

    Raises:
      ValueError: there is no dimension, or a number is none.
      TypeError: `cell_fn` makes no cell.
    """

    def __init__(
        self,
        num_units: int,
        num_dims: int = 1,
        input_dims: Any = None,
        output_dims: Any = None,
        priority_dims: Any = None,
        non_recurrent_dims: Any = None,
        tied: bool = False,
        cell_fn: Callable[[int], Any] | None = None,
        non_recurrent_fn: Callable[[Any], Any] | None = None,
        state_is_tuple: bool = True,
        output_is_tuple: bool = True,
    ) -> None:
        for what, is_tuple in (("state", state_is_tuple), ("output", output_is_tuple)):
            if not is_tuple:
                v1.logging.warning(
                    "%s: Using a concatenated %s is slower and will soon be deprecated.  Use %s_is_tuple=True.",
                    self,
                    what,
                    what,
                )
        if num_dims < 1:
            raise ValueError(f"dims must be >= 1: {num_dims}")
        self._config = grid(
            num_dims,
            input_dims,
            output_dims,
            priority_dims,
            non_recurrent_dims,
            non_recurrent_fn or v1.nn.relu,
            tied,
            num_units,
        )
        self._state_is_tuple, self._output_is_tuple = state_is_tuple, output_is_tuple
        make = functools.partial(rnn_cell().LSTMCell, num_units=num_units, state_is_tuple=state_is_tuple)
        if cell_fn is not None:
            make = functools.partial(cell_fn, num_units)
        self._cells = [make()] * num_dims if tied else [make() for _ in range(num_dims)]
        first = self._cells[0]
        if not isinstance(first, RNNCell):
            raise TypeError(f"cell_fn must return an RNNCell instance, saw: {type(first)}")
        outputs, recurrents = len(self._config.outputs), len(self._config.recurrents)
        self._output_size = (first.output_size,) * outputs if output_is_tuple else first.output_size * outputs
        self._state_size = (first.state_size,) * recurrents
        if not state_is_tuple:
            self._state_size = self._cell_state_size() * recurrents

    @property
    def output_size(self) -> Any:
        return self._output_size

    @property
    def state_size(self) -> Any:
        return self._state_size

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        config, dtype = self._config, inputs.dtype
        c_prev, m_prev, has_cell = self._parts(state)
        outputs: list[Any] = [None] * config.num_dims
        states: list[Any] = [None] * config.num_dims
        with v1.variable_scope(scope or type(self).__name__):
            self._project(inputs, c_prev, m_prev, has_cell)
            propagate(config.non_priority, config, self._cells, c_prev, m_prev, outputs, states, True)
            propagate(config.priority, config, self._cells, c_prev, m_prev, outputs, states, False)
            output: Any = tuple(outputs[place] for place in config.outputs)
            if not self._output_is_tuple:
                output = _joined(list(output), dtype)
            new_state: Any = tuple(states[place] for place in config.recurrents)
            if not self._state_is_tuple:
                new_state = _joined([part for each in new_state for part in each], dtype)
        return output, new_state

    def _parts(self, state: Any) -> tuple[list[Any], list[Any], bool]:
        """By dimension, cell states and outputs of the step before, and whether there are cell states."""
        config = self._config
        c_prev: list[Any] = [None] * config.num_dims
        m_prev: list[Any] = [None] * config.num_dims
        total = self._cell_state_size()
        own = total - config.num_units
        if self._state_is_tuple and len(config.recurrents) != len(state):
            raise ValueError(f"Expected state as a tuple of {len(config.recurrents)} element")
        for order, place in enumerate(config.recurrents):
            if self._state_is_tuple:
                if own > 0:
                    c_prev[place], m_prev[place] = state[order]
                else:
                    m_prev[place] = state[order]
                continue
            start = order * total
            first = v1.slice(state, [0, start], [-1, config.num_units])
            if own > 0:
                c_prev[place] = first
                m_prev[place] = v1.slice(state, [0, start + config.num_units], [-1, own])
            else:
                m_prev[place] = first
        return c_prev, m_prev, own > 0

    def _project(self, inputs: Any, c_prev: list[Any], m_prev: list[Any], has_cell: bool) -> None:
        """The inputs in place of the state before, in the dimensions that take them."""
        config = self._config
        if inputs is None or not config.inputs or v1.dimension_value(inputs.shape.with_rank(2)[1]) <= 0:
            return
        parts = v1.split(value=inputs, num_or_size_splits=len(config.inputs), axis=1)
        size = v1.dimension_value(parts[0].shape.with_rank(2)[1])
        shape = [size, config.num_units]
        for part, place in zip(parts, config.inputs, strict=True):
            m_prev[place] = v1.matmul(part, v1.get_variable(f"project_m_{place}", shape, dtype=inputs.dtype))
            if has_cell:
                c_prev[place] = v1.matmul(part, v1.get_variable(f"project_c_{place}", shape, dtype=inputs.dtype))

    def _cell_state_size(self) -> Any:
        sizes = self._cells[0].state_size
        return sum(sizes) if isinstance(sizes, tuple) else sizes


def _joined(parts: list[Any], dtype: Any) -> Any:
    return v1.concat(parts, 1) if parts else v1.zeros([0, 0], dtype)
