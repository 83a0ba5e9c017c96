"""One step of beam search."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.beam_gather import gathered, gathered_if_beams
from tfcompat.tf1.contrib.seq2seq.beam_scores import attention_probs, scores
from tfcompat.tf1.contrib.seq2seq.beam_state import BeamSearchDecoderOutput, BeamSearchDecoderState


def beam_search_step(
    time: Any,
    logits: Any,
    next_cell_state: Any,
    beam_state: BeamSearchDecoderState,
    batch_size: Any,
    beam_width: int,
    end_token: Any,
    length_penalty_weight: Any,
    coverage_penalty_weight: Any,
) -> tuple[BeamSearchDecoderOutput, BeamSearchDecoderState]:
    """The best `beam_width` continuations by `[batch, beams, classes]` logits."""
    static_batch = v1.get_static_value(batch_size)
    was_finished = beam_state.finished
    not_finished = v1.logical_not(was_finished)
    step_probs = masked_probs(v1.nn.log_softmax(logits), end_token, was_finished)
    total_probs = v1.expand_dims(beam_state.log_probs, 2) + step_probs
    classes = logits.shape.dims[-1].value or v1.shape(logits)[-1]
    lengths = _lengths(beam_state.lengths, not_finished, batch_size, beam_width, end_token, classes)
    accumulated = None
    attention = attention_probs(next_cell_state, coverage_penalty_weight)
    if attention is not None:
        attention *= v1.expand_dims(v1.cast(not_finished, v1.float32), 2)
        accumulated = beam_state.accumulated_attention_probs + attention
    beam_scores = scores(
        total_probs, lengths, length_penalty_weight, coverage_penalty_weight, was_finished, accumulated
    )
    v1.convert_to_tensor(time, name="time")
    width = v1.convert_to_tensor(beam_width, dtype=v1.int32, name="beam_width")
    flat = v1.reshape(beam_scores, [batch_size, -1])
    best, places = v1.nn.top_k(flat, k=width)
    best.set_shape([static_batch, beam_width])
    places.set_shape([static_batch, beam_width])
    log_probs = gathered(
        places, total_probs, batch_size, beam_width * classes, gather_shape=[-1], name="next_beam_probs"
    )
    ids = v1.cast(v1.mod(places, classes, name="next_beam_word_ids"), v1.int32)
    parents = v1.cast(places / classes, v1.int32, name="next_beam_parent_ids")
    was_finished = gathered(parents, was_finished, batch_size, beam_width, gather_shape=[-1])
    finished = v1.logical_or(was_finished, v1.equal(ids, end_token), name="next_beam_finished")
    grown = v1.cast(v1.logical_not(was_finished), v1.int64)
    new_lengths = gathered(parents, beam_state.lengths, batch_size, beam_width, gather_shape=[-1])
    new_lengths += grown
    new_accumulated: Any = ()
    if accumulated is not None:
        new_accumulated = gathered(
            parents,
            accumulated,
            batch_size,
            beam_width,
            [batch_size * beam_width, -1],
            name="next_accumulated_attention_probs",
        )
    cell_state = v1.nest.map_structure(
        lambda each: gathered_if_beams(parents, each, batch_size, beam_width, [batch_size * beam_width, -1]),
        next_cell_state,
    )
    state = BeamSearchDecoderState(cell_state, log_probs, finished, new_lengths, new_accumulated)
    return BeamSearchDecoderOutput(best, ids, parents), state


def masked_probs(probs: Any, end_token: Any, finished: Any) -> Any:
    """`[batch, beams, classes]` log probabilities; finished beams can only give `end_token`, for sure."""
    classes = v1.shape(probs)[2]
    certain = v1.one_hot(
        end_token,
        classes,
        dtype=probs.dtype,
        on_value=v1.convert_to_tensor(0.0, dtype=probs.dtype),
        off_value=probs.dtype.min,
    )
    rows = v1.tile(v1.reshape(certain, [1, 1, -1]), v1.concat([v1.shape(finished), [1]], 0))
    mask = v1.tile(v1.expand_dims(finished, 2), [1, 1, classes])
    return v1.where(mask, rows, probs)


def _lengths(lengths: Any, not_finished: Any, batch_size: Any, beam_width: int, end_token: Any, classes: Any) -> Any:
    """The lengths after each possible step, int64 `[batch, beams, classes]`: one more, but for the end."""
    ends = v1.fill([batch_size, beam_width], end_token)
    zero, one = v1.to_int64(0), v1.to_int64(1)
    added = v1.one_hot(indices=ends, depth=classes, on_value=zero, off_value=one, dtype=v1.int64)
    added *= v1.expand_dims(v1.cast(not_finished, v1.int64), 2)
    return added + v1.expand_dims(lengths, 2)
