"""Gradient of a training `FusedBatchNorm`: the (empty) gradients of mean and variance flow back too."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("FusedBatchNorm", "FusedBatchNormV2", "FusedBatchNormV3")
def fused_batch_norm(original: Callable[..., Any], op: Any, *grads: Any) -> Any:
    given = original(op, *grads)
    if context.executing_eagerly() or not op.get_attr("is_training"):
        return given
    return (*given[:3], *given[1].op.outputs[3:5])
