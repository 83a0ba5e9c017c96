"""`model_with_buckets`: one model per pair of lengths, all sharing their variables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.legacy_seq2seq.sequence_loss import sequence_loss, sequence_loss_by_example


def model_with_buckets(
    encoder_inputs: list[Any],
    decoder_inputs: list[Any],
    targets: list[Any],
    weights: list[Any],
    buckets: list[tuple[int, int]],
    seq2seq: Callable[[list[Any], list[Any]], tuple[list[Any], Any]],
    softmax_loss_function: Callable[..., Any] | None = None,
    per_example_loss: bool = False,
    name: str | None = None,
) -> tuple[list[list[Any]], list[Any]]:
    """Outputs and loss for each bucket (source length, target length); the last bucket is the longest."""
    source_length, target_length = buckets[-1]
    for label, given, needed in (
        ("encoder_inputs", encoder_inputs, source_length),
        ("targets", targets, target_length),
        ("weights", weights, target_length),
    ):
        if len(given) < needed:
            raise ValueError(f"Length of {label} ({len(given)}) must be at least that of last bucket ({needed}).")
    loss = sequence_loss_by_example if per_example_loss else sequence_loss
    outputs, losses = [], []
    with v1.name_scope(name, "model_with_buckets", encoder_inputs + decoder_inputs + targets + weights):
        for at, (sources, steps) in enumerate(buckets):
            with v1.variable_scope(v1.get_variable_scope(), reuse=True if at > 0 else None):
                bucket_outputs, _ = seq2seq(encoder_inputs[:sources], decoder_inputs[:steps])
                outputs.append(bucket_outputs)
                losses.append(
                    loss(bucket_outputs, targets[:steps], weights[:steps], softmax_loss_function=softmax_loss_function)
                )
    return outputs, losses
