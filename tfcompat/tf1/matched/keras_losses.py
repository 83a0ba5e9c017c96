"""Keras weighs a loss in float32, with weights that are broadcast to its shape first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, math_ops, ops, weights_broadcast_ops
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.utils.losses_utils.compute_weighted_loss")
def compute_weighted_loss(
    original: Callable[..., Any],
    losses: Any,
    sample_weight: Any = None,
    reduction: str = "sum_over_batch_size",
    name: str | None = None,
) -> Any:
    utilities = module("utils.losses_utils")
    if context.executing_eagerly() or hasattr(losses, "row_splits"):
        return original(losses, sample_weight, reduction, name)
    utilities.ReductionV2.validate(reduction)
    if reduction == utilities.ReductionV2.AUTO:
        reduction = utilities.ReductionV2.SUM_OVER_BATCH_SIZE
    weight = 1.0 if sample_weight is None else sample_weight
    with module("backend").name_scope(name or "weighted_loss"):
        ops.get_default_graph()._last_loss_reduction = reduction
        losses = ops.convert_to_tensor(losses)
        given = losses.dtype
        losses = math_ops.cast(losses, dtypes.float32)
        weight = math_ops.cast(weight, dtypes.float32)
        losses, _, weight = utilities.squeeze_or_expand_dimensions(losses, None, weight)
        weight = weights_broadcast_ops.broadcast_weights(weight, losses)
        loss = utilities.reduce_weighted_loss(math_ops.multiply(losses, weight), reduction)
        return math_ops.cast(loss, given)
