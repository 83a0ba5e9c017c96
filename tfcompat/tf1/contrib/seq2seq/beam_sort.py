"""`gather_tree_from_array`, and when a tensor array in the cell's state can be sorted by beams with it."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.beam_search_ops import gather_tree

_ADVICE = "Consider setting reorder_tensor_arrays to False to disable TensorArray reordering during the beam search."


def gather_tree_from_array(t: Any, parent_ids: Any, sequence_length: Any) -> Any:
    """`t`, `[time, batch * beams, …]` or `[time, batch, beams, …]`, along the ways that the beams took.

    `parent_ids` is int32 `[time, batch, beams]`, `sequence_length` int `[batch, beams]`.
    """
    dims = parent_ids.shape.dims
    time, batch, beams = (dims[axis].value or v1.shape(parent_ids)[axis] for axis in range(3))
    own = v1.expand_dims(v1.expand_dims(v1.range(beams), 0), 0)
    own = v1.tile(own, [time, batch, 1])
    longest = v1.cast(v1.reduce_max(sequence_length, axis=1), v1.int32)
    way = gather_tree(step_ids=own, parent_ids=parent_ids, max_sequence_lengths=longest, end_token=beams + 1)
    inside = v1.transpose(v1.sequence_mask(sequence_length, maxlen=time), perm=[2, 0, 1])
    way = v1.where(inside, x=way, y=own)
    times = v1.tile(v1.reshape(v1.range(time), [-1, 1, 1]), [1, batch, beams])
    rows = v1.tile(v1.reshape(v1.range(batch), [-1, 1, 1]), [1, time, beams])
    rows = v1.transpose(rows, perm=[1, 0, 2])
    places = v1.stack([times, rows, way], -1)
    shape = v1.shape(t)
    ordered = v1.gather_nd(v1.reshape(t, [time, batch, beams, -1]), places)
    return v1.reshape(ordered, shape)


def sorted_array(array: Any, parent_ids: Any, sequence_length: Any, batch_size: Any, beam_width: int) -> Any:
    """The array's tensor sorted, or with a warning the array if its elements have no beams."""
    if array.element_shape.ndims is None or array.element_shape.ndims < 1:
        v1.logging.warn(
            "The TensorArray %s in the cell state is not amenable to sorting based on the beam search result. For a "
            "TensorArray to be sorted, its elements shape must be defined and have at least a rank of 1, but saw "
            "shape: %s",
            array.handle.name,
            array.element_shape,
        )
        return array
    if not static_check(array.element_shape, v1.get_static_value(batch_size), beam_width):
        return array
    values = array.stack()
    with v1.control_dependencies([dynamic_check(values, batch_size, beam_width)]):
        return gather_tree_from_array(values, parent_ids, sequence_length)


def static_check(shape: Any, batch_size: int | None, beam_width: int) -> bool:
    """Whether elements of this shape are sorted, as 1.15 decided: those of `[batch * beams]`, or not known; warns."""
    sizes = shape.as_list()
    if batch_size is None or sizes[0] is None:
        return True
    joined = sizes[0] == batch_size * beam_width
    if joined and (len(sizes) < 2 or sizes[1] is None or sizes[:2] == [batch_size, beam_width]):
        return True
    wanted = v1.TensorShape([batch_size, beam_width, None])
    v1.logging.warn(
        "TensorArray reordering expects elements to be reshapable to %s which is incompatible with the current "
        "shape %s. %s",
        wanted,
        shape,
        _ADVICE,
    )
    return False


def dynamic_check(values: Any, batch_size: Any, beam_width: int) -> Any:
    """The same while running, for `[time, …]` values: an op that asserts it."""
    name = values if v1.executing_eagerly() else values.name
    message = (
        "TensorArray reordering expects elements to be reshapable to [batch_size, beam_size, -1] which is "
        f"incompatible with the dynamic shape of {name} elements. {_ADVICE}"
    )
    shape = v1.shape(values)
    if values.shape.ndims == 2:
        fits = v1.equal(shape[1], batch_size * beam_width)
    else:
        fits = v1.logical_or(
            v1.equal(shape[1], batch_size * beam_width),
            v1.logical_and(v1.equal(shape[1], batch_size), v1.equal(shape[2], beam_width)),
        )
    return v1.Assert(fits, [message])
