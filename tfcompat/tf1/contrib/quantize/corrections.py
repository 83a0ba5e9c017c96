"""Why folded weights must be corrected while training, and by what.

The folded weights must not change with each batch's moments, or their quantization would jitter: they are scaled by
the moving averages, and the layer's output is set right for the batch. Once batch normalization is frozen, the moving
averages alone are used.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import smart_cond
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.quantize import common
from tfcompat.tf1.contrib.quantize.batch_norm_match import BatchNormMatch


def corrections(context: str, match: BatchNormMatch, freeze_batch_norm_delay: int | None) -> tuple[Any, Any, Any]:
    """What the weights are multiplied by, what the output is multiplied by, and what is added to it."""
    with v1.get_default_graph().name_scope(f"{context}batch_norm_correction"):
        moving = v1.rsqrt(match.moving_variance_tensor + match.batch_epsilon)
        batch = v1.rsqrt(match.variance_tensor + match.batch_epsilon)
        scale = v1.identity(v1.divide(moving, batch, name="scale_compute"), name="correction_scale")
        reciprocal = v1.reciprocal(scale, name="reciprocal_compute")
        shift = match.mean_tensor * batch - match.moving_mean_tensor * moving
        offset = v1.multiply(match.gamma_tensor, shift, name="offset_compute")
        frozen: Any = False
        if freeze_batch_norm_delay is not None:
            step = common.CreateOrGetQuantizationStep()
            frozen = v1.greater_equal(step, freeze_batch_norm_delay, name="use_moving_average")
        _freeze(frozen, match.bn_decay_mean_tensor, "freeze_moving_mean")
        _freeze(frozen, match.bn_decay_var_tensor, "freeze_moving_var")
        reciprocal = smart_cond.smart_cond(
            frozen, lambda: v1.ones(scale.shape), lambda: reciprocal, name="correction_recip"
        )
        offset = smart_cond.smart_cond(frozen, lambda: offset, lambda: v1.zeros(offset.shape), name="correction_offset")
    return scale, reciprocal, offset


def _freeze(frozen: Any, decay: Any, name: str) -> None:
    """Lets a moving average stand still once it is frozen."""
    consumers = list(decay.consumers())
    common.RerouteTensor(
        smart_cond.smart_cond(frozen, lambda: 0.0, lambda: decay, name=name), decay, can_modify=consumers
    )
