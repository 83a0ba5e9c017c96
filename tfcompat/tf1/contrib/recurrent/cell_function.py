"""A recurrent cell as a function of its variables."""

from __future__ import annotations

import copy
from typing import Any

from tfcompat.backend.internals import function
from tfcompat.backend.v1api import v1


class CellFunction:
    """`cell` traced once, for `[time, batch, depth]` inputs, so that its variables become parameters.

    The state is extended by the output where the cell does not give one of its states out.
    """

    def __init__(self, cell: Any, inputs: Any, initial_state: Any) -> None:
        like = v1.nest.map_structure(lambda each: v1.stop_gradient(v1.gather(each, 0)), inputs)
        structure = (like, initial_state)
        types = [v1.convert_to_tensor(each).dtype for each in v1.nest.flatten((inputs, initial_state))]

        @function.Defun(*types)
        def flat_step(*flat: Any) -> Any:
            now, state = v1.nest.pack_sequence_as(structure, list(flat))
            _copy_shapes((now, state), structure)
            output, new_state = cell(now, state)
            states = v1.nest.flatten(new_state)
            self.output_shape = output.shape
            place = next((place for place, each in enumerate(states) if each is output), None)
            self._output_place, self._prepends = place or 0, place is None
            return [output, *states] if self._prepends else states

        self.state_template = initial_state
        self.theta = flat_step.captured_inputs
        pure = copy.copy(flat_step)
        pure._extra_inputs = []  # what it captured is given to it

        def step(theta: Any, extended: Any, now: Any) -> Any:
            state = self.without_output(v1.nest.flatten(extended))
            result = pure(*v1.nest.flatten(now), *state, *theta)
            flat = list(result) if isinstance(result, (list, tuple)) else [result]
            return v1.nest.pack_sequence_as(extended, flat), []

        self.step = step

    @property
    def extended_initial_state(self) -> Any:
        """What the recurrence starts from."""
        if not self._prepends:
            return self.state_template
        dtype = v1.convert_to_tensor(v1.nest.flatten(self.state_template)[0]).dtype
        return [v1.zeros(self.output_shape, dtype=dtype), self.state_template]

    def output_of(self, extended: Any) -> Any:
        """The output in an extended state."""
        return v1.nest.flatten(extended)[self._output_place]

    def without_output(self, flat_state: list[Any]) -> list[Any]:
        """The flat state of the cell."""
        return flat_state[1:] if self._prepends else flat_state


def _copy_shapes(values: Any, templates: Any) -> None:
    for value, template in zip(v1.nest.flatten(values), v1.nest.flatten(templates), strict=True):
        value.set_shape(template.shape)
