"""`connected_components`: numbers for patches of one value. 1.15 had a kernel; here the least number spreads."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.one_op import one_op
from tfcompat.backend.v1api import v1


def connected_components(images: Any) -> Any:
    """`tf.contrib.image.connected_components` of 1.15: int32, the shape of `images`; 0 where these are 0.

    `images` is `[height, width]` or `[batch, height, width]`, of any dtype; pixels are connected where they touch at a
    side and are equal. Components are numbered from 1 in the order of their first pixels, across the batch.

    Raises:
      TypeError: another rank.
    """
    with v1.name_scope("connected_components"):
        given = v1.convert_to_tensor(images, name="images")
        rank = len(given.get_shape())
        if rank not in (2, 3):
            raise TypeError(f"images should have rank 2 (HW) or 3 (NHW). Static shape is {given.get_shape()}")
        batch = given[None, :, :] if rank == 2 else given
        marks = v1.stop_gradient(_spread(batch))
        found, place = v1.unique(v1.reshape(marks, [-1]))
        # The background keeps 0, the others are numbered as they come.
        zero = v1.where_v2(v1.equal(found, 0))[:, 0]
        numbers = v1.range(v1.shape(found)[0] - v1.shape(zero)[0]) + 1

        def with_zero() -> Any:
            at = v1.cast(zero[0], v1.int32)
            return v1.concat([numbers[:at], [0], numbers[at:]], axis=0)

        new = v1.cond(v1.equal(v1.shape(zero)[0], 0), lambda: numbers, with_zero)
        components = v1.reshape(v1.gather(new, place), v1.shape(marks))
        return components[0, :, :] if rank == 2 else components


@one_op
def _spread(batch: Any) -> Any:
    """For each pixel the least of 1, 2, 3 … among its component's pixels, int64; 0 for the background."""
    shape = v1.shape(batch)
    there = v1.not_equal(batch, v1.zeros_like(batch))
    start = v1.reshape(v1.range(1, v1.size(batch, out_type=v1.int64) + 1, dtype=v1.int64), shape)
    start = v1.where_v2(there, start, v1.zeros_like(start))
    joins = [_joined(batch, there, axis) for axis in (1, 2)]

    def once(marks: Any, changed: Any) -> tuple[Any, Any]:
        spread = marks
        for axis, joined in zip((1, 2), joins, strict=True):
            spread = _least_of_runs(spread, joined, axis)
        return spread, v1.reduce_any(v1.not_equal(spread, marks))

    marks, _ = v1.while_loop(lambda marks, changed: changed, once, [start, v1.constant(True)], back_prop=False)
    return marks


def _joined(batch: Any, there: Any, axis: int) -> Any:
    """Whether each pixel and the one before it along an axis are connected; False for the first."""
    before = batch[:, :-1] if axis == 1 else batch[:, :, :-1]
    after = batch[:, 1:] if axis == 1 else batch[:, :, 1:]
    inside = there[:, 1:] if axis == 1 else there[:, :, 1:]
    same = v1.logical_and(v1.equal(before, after), inside)
    return v1.pad(same, [[0, 0], [1, 0], [0, 0]] if axis == 1 else [[0, 0], [0, 0], [1, 0]])


def _least_of_runs(marks: Any, joined: Any, axis: int) -> Any:
    """Each mark replaced by the least of its run of joined pixels along an axis."""
    order = [1, 0, 2] if axis == 1 else [2, 1, 0]
    lines = v1.transpose(marks, order)
    starts = v1.transpose(v1.logical_not(joined), order)
    # Runs are numbered along each line, and lines apart from each other: one segment for each run.
    count = v1.shape(lines)
    runs = v1.cumsum(v1.cast(starts, v1.int64), axis=0) - 1
    line = v1.reshape(v1.range(v1.cast(count[1] * count[2], v1.int64)), [1, count[1], count[2]])
    segments = v1.reshape(runs + line * v1.cast(count[0], v1.int64), [-1])
    least = v1.math.unsorted_segment_min(v1.reshape(lines, [-1]), segments, v1.size(lines, out_type=v1.int64))
    return v1.transpose(v1.reshape(v1.gather(least, segments), count), order)
