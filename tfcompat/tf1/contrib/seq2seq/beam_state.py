"""What a step of beam search takes and gives."""

from __future__ import annotations

from typing import Any, NamedTuple


class BeamSearchDecoderState(NamedTuple):
    """The state of `BeamSearchDecoder`: each `[batch, beams, …]`."""

    cell_state: Any
    log_probs: Any
    finished: Any
    lengths: Any  # int64
    accumulated_attention_probs: Any  # () without a coverage penalty


class BeamSearchDecoderOutput(NamedTuple):
    """What one step gives, each `[batch, beams]`."""

    scores: Any
    predicted_ids: Any  # int32
    parent_ids: Any  # int32


class FinalBeamSearchDecoderOutput(NamedTuple):
    """The sequences, int32 `[batch, time, beams]`, best first, and the steps."""

    predicted_ids: Any
    beam_search_decoder_output: Any
