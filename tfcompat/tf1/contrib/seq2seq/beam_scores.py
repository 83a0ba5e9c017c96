"""How beams are scored: length and coverage penalties (arXiv:1609.08144)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.attention_state import AttentionWrapperState


def scores(
    log_probs: Any,
    sequence_lengths: Any,
    length_penalty_weight: Any,
    coverage_penalty_weight: Any,
    finished: Any,
    accumulated_attention_probs: Any,
) -> Any:
    """`[batch, beams, classes]` log probabilities with the penalties.

    Raises:
      ValueError: the coverage penalty is no scalar, or has no attention to go by.
    """
    penalty = v1.cast(_length_penalty(sequence_lengths, length_penalty_weight), dtype=log_probs.dtype)
    result = log_probs / penalty
    weight = v1.convert_to_tensor(coverage_penalty_weight, name="coverage_penalty_weight")
    if weight.shape.ndims != 0:
        raise ValueError(f"coverage_penalty_weight should be a scalar, but saw shape: {weight.shape}")
    if v1.get_static_value(weight) == 0.0:
        return result
    if accumulated_attention_probs is None:
        raise ValueError("accumulated_attention_probs can be None only if coverage penalty is disabled.")
    unseen = v1.equal(accumulated_attention_probs, 0.0)
    covered = v1.where(unseen, v1.ones_like(accumulated_attention_probs), accumulated_attention_probs)
    coverage = v1.reduce_sum(v1.log(v1.minimum(covered, 1.0)), 2)
    coverage *= v1.cast(finished, v1.float32)
    return result + v1.expand_dims(coverage * weight, 2)


def _length_penalty(lengths: Any, factor: Any) -> Any:
    factor = v1.convert_to_tensor(factor, name="penalty_factor")
    factor.set_shape(())
    if v1.get_static_value(factor) == 0:
        return 1.0
    return v1.div((5.0 + v1.cast(lengths, v1.float32)) ** factor, (5.0 + 1.0) ** factor)


def attention_probs(cell_state: Any, coverage_penalty_weight: Any) -> Any:
    """The mean of the alignments in a cell's state, or None without a coverage penalty.

    Raises:
      ValueError: there is a penalty and no attention.
    """
    if coverage_penalty_weight == 0.0:
        return None
    states = [cell_state] if isinstance(cell_state, AttentionWrapperState) else cell_state
    attending = states if isinstance(states, (list, tuple)) else []
    probs = [_alignments(each) for each in attending if isinstance(each, AttentionWrapperState)]
    if not probs:
        raise ValueError("coverage_penalty_weight must be 0.0 if no cell is attentional.")
    return probs[0] if len(probs) == 1 else _mean(probs)


def _alignments(state: AttentionWrapperState) -> Any:
    return _mean(state.alignments) if isinstance(state.alignments, tuple) else state.alignments


def _mean(values: Any) -> Any:
    return v1.reduce_mean(v1.concat([v1.expand_dims(each, -1) for each in values], -1), -1)
