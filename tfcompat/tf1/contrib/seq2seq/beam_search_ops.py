"""`gather_tree`: the full sequences of a beam search from its steps and parents, which was a kernel of contrib.

It is one op in the graph, a call of a function of TensorFlow's own ops, so it can be saved and served.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import function
from tfcompat.backend.v1api import v1

_INVALID = "parent id {} at (batch, time, beam) == ({}, {}, {})"


def gather_tree(
    step_ids: Any, parent_ids: Any, max_sequence_lengths: Any, end_token: Any, name: str | None = None
) -> Any:
    """int32 `[time, batch, beams]`: for each last beam the way to it, with `end_token` after the end.

    `step_ids` and `parent_ids` are int32 `[time, batch, beams]`, `max_sequence_lengths` int32 `[batch]`.

    Raises:
      InvalidArgumentError: a parent is no beam (when run).
    """
    with v1.name_scope(name, "GatherTree") as scope:
        step_ids = v1.convert_to_tensor(step_ids, v1.int32, name="step_ids")
        parent_ids = v1.convert_to_tensor(parent_ids, v1.int32, name="parent_ids")
        lengths = v1.convert_to_tensor(max_sequence_lengths, v1.int32, name="max_sequence_lengths")
        end_token = v1.convert_to_tensor(end_token, v1.int32, name="end_token")
        end_token.shape.assert_has_rank(0)
        shape = step_ids.shape.merge_with(parent_ids.shape).with_rank(3)
        shape = shape.merge_with([None, *lengths.shape.with_rank(1), None])
        if v1.executing_eagerly():
            return _trace(step_ids, parent_ids, lengths, end_token)
        beams = _traced(step_ids, parent_ids, lengths, end_token, name=scope)
        beams.set_shape(shape)
        return beams


def _trace(step_ids: Any, parent_ids: Any, lengths: Any, end_token: Any) -> Any:
    time, batch, width = (v1.shape(step_ids)[axis] for axis in range(3))
    rows = v1.tile(v1.expand_dims(v1.range(batch), 1), [1, width])
    last = v1.tile(v1.expand_dims(v1.range(width), 0), [v1.shape(lengths)[0], 1])
    lengths = v1.expand_dims(lengths, 1)

    def step_back(step: Any, beam: Any, found: Any) -> Any:
        inside = v1.logical_and(step < lengths, v1.ones_like(beam, v1.bool))
        with v1.control_dependencies([_assert_valid(beam, width, inside, step)]):
            places = v1.stack([rows, v1.clip_by_value(beam, 0, width - 1)], axis=-1)
        ids = v1.where(inside, v1.gather_nd(step_ids[step], places), v1.fill(v1.shape(beam), end_token))
        parent = v1.where(inside, v1.gather_nd(parent_ids[step], places), beam)
        return step - 1, parent, found.write(step, ids)

    found = v1.TensorArray(v1.int32, size=time, element_shape=[None, None])
    _, _, found = v1.while_loop(lambda step, *_: step >= 0, step_back, (time - 1, last, found))
    beams = v1.reshape(found.stack(), v1.shape(step_ids))
    is_end = v1.cast(v1.equal(beams, end_token), v1.int32)
    ended_before = v1.cumsum(is_end, exclusive=True) > 0
    return v1.where(ended_before, v1.fill(v1.shape(beams), end_token), beams)


# Not called GatherTree: 1.15 refuses graphs with a function that has the name of one of its ops.
_traced = function.Defun(v1.int32, v1.int32, v1.int32, v1.int32, func_name="GatherTreeOfSteps")(_trace)


def _assert_valid(beam: Any, width: Any, inside: Any, step: Any) -> Any:
    """That each `beam` is one, where it counts."""
    invalid = v1.logical_and(inside, v1.logical_or(beam < 0, beam >= width))
    place = v1.concat([v1.where(invalid), v1.zeros([1, 2], v1.int64)], 0)[0]
    message = v1.strings.format(_INVALID, [v1.gather_nd(beam, place), place[0], step, place[1]])
    return v1.Assert(v1.logical_not(v1.reduce_any(invalid)), [message])
