"""How the grid LSTMs of `tf.contrib.rnn` cut their input into bands of frequencies."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def bands(cell: Any, inputs: Any, offset: int = 0) -> list[list[Any]]:
    """By block, the bands of `[batch, size]` inputs, moved up by `offset` frequencies.

    Raises:
      ValueError: the size is not known, or the cell's numbers do not fit it or each other.
    """
    size = inputs.get_shape().with_rank(2).dims[-1].value
    if size is None:
        raise ValueError("Cannot infer input_size from static shape inference.")
    inputs, offset = _padded(inputs, offset)
    wanted = cell._num_frequency_blocks
    if cell._start_freqindex_list:
        blocks = _given_blocks(cell)
    elif len(wanted) != 1:
        raise ValueError(f"Length of num_frequency_blocks is not 1, but instead is {len(wanted)}")
    else:
        blocks = [(0, size)]
    found = []
    for (start, end), expected in zip(blocks, wanted, strict=True):
        count = int((end - start - cell._feature_size) / cell._frequency_skip) + 1
        if count != expected:
            raise ValueError(
                f"Invalid num_frequency_blocks, requires {expected} but gets {count}, "
                "please check the input size and filter config are correct."
            )
        starts = [start + offset + place * cell._frequency_skip for place in range(count)]
        found.append([v1.slice(inputs, [0, each], [-1, cell._feature_size]) for each in starts])
    return found


def _padded(inputs: Any, offset: int) -> tuple[Any, int]:
    if not offset:
        return inputs, 0
    sides = [0, 0, 0, offset] if offset > 0 else [0, 0, -offset, 0]
    paddings = v1.constant(sides, shape=[2, 2], dtype=v1.int32)
    return v1.pad(inputs, paddings, "CONSTANT"), max(offset, 0)


def _given_blocks(cell: Any) -> list[tuple[int, int]]:
    starts, ends, wanted = cell._start_freqindex_list, cell._end_freqindex_list, cell._num_frequency_blocks
    if len(starts) != len(ends):
        raise ValueError(f"Length of start and end freqindex_list does not match {len(starts)} {len(ends)}")
    if len(wanted) != len(starts):
        raise ValueError(
            f"Length of num_frequency_blocks is not equal to start_freqindex_list {len(wanted)} {len(starts)}"
        )
    return list(zip(starts, ends, strict=True))
