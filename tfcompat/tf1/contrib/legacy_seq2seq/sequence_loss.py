"""`sequence_loss_by_example` and `sequence_loss`: weighted cross-entropy over lists of steps.

Shapes: B batch, S symbols; each list has one entry per step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1


def sequence_loss_by_example(
    logits: list[Any],
    targets: list[Any],
    weights: list[Any],
    average_across_timesteps: bool = True,
    softmax_loss_function: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """The loss of each example, [B]; `softmax_loss_function(labels=, logits=)` replaces the full softmax."""
    if len(targets) != len(logits) or len(weights) != len(logits):
        raise ValueError(
            f"Lengths of logits, weights, and targets must be the same {len(logits)}, {len(weights)}, {len(targets)}."
        )
    with v1.name_scope(name, "sequence_loss_by_example", logits + targets + weights):
        losses = []
        for logit, target, weight in zip(logits, targets, weights, strict=True):
            if softmax_loss_function is None:
                flat = v1.reshape(target, [-1])  # [B]
                entropy = v1.nn.sparse_softmax_cross_entropy_with_logits(labels=flat, logits=logit)
            else:
                entropy = softmax_loss_function(labels=target, logits=logit)
            losses.append(entropy * weight)
        summed = v1.add_n(losses)  # [B]
        if average_across_timesteps:
            total = v1.add_n(weights)
            total += 1e-12  # an example whose weights are all 0
            summed /= total
    return summed


def sequence_loss(
    logits: list[Any],
    targets: list[Any],
    weights: list[Any],
    average_across_timesteps: bool = True,
    average_across_batch: bool = True,
    softmax_loss_function: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """The losses of the examples summed, or averaged over the batch."""
    with v1.name_scope(name, "sequence_loss", logits + targets + weights):
        cost = v1.reduce_sum(
            sequence_loss_by_example(
                logits,
                targets,
                weights,
                average_across_timesteps=average_across_timesteps,
                softmax_loss_function=softmax_loss_function,
            )
        )
        if not average_across_batch:
            return cost
        return cost / v1.cast(v1.shape(targets[0])[0], cost.dtype)
