"""From scores to weights over the memory: `hardmax`, and the mask of what is past the end."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def hardmax(logits: Any, name: str | None = None) -> Any:
    """1 at the greatest of the last dimension, and 0 elsewhere, in the type and shape of `logits`."""
    with v1.name_scope(name, "Hardmax", [logits]):
        logits = v1.convert_to_tensor(logits, name="logits")
        depth = v1.dimension_value(logits.get_shape()[-1])
        depth = v1.shape(logits)[-1] if depth is None else depth
        return v1.one_hot(v1.argmax(logits, -1), depth, dtype=logits.dtype)


def masked_score(
    score: Any, memory_sequence_length: Any = None, memory_mask: Any = None, score_mask_value: Any = None
) -> Any:
    """`[batch, time]` scores, with `score_mask_value` past the lengths, which must be above 0, or outside the mask."""
    if memory_sequence_length is None and memory_mask is None:
        return score
    refuse_both(memory_sequence_length, memory_mask)
    if memory_sequence_length is not None:
        message = "All values in memory_sequence_length must be greater than zero."
        with v1.control_dependencies([v1.assert_positive(memory_sequence_length, message=message)]):
            memory_mask = v1.sequence_mask(memory_sequence_length, maxlen=v1.shape(score)[1])
    return v1.where(memory_mask, score, score_mask_value * v1.ones_like(score))


def refuse_both(memory_sequence_length: Any, memory_mask: Any) -> None:
    """ValueError if both lengths and a mask are given."""
    if memory_sequence_length is not None and memory_mask is not None:
        raise ValueError("memory_sequence_length and memory_mask can't be provided at same time.")
