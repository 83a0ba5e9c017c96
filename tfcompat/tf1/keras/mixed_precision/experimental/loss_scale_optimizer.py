"""`tf.keras.mixed_precision.experimental.LossScaleOptimizer(opt, loss_scale)`; today's takes other arguments."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import keras_precision
from tfcompat.backend.v1api import v1


class LossScaleOptimizer:
    """Calling it gives Keras' own loss-scale optimizer around `opt`, with a fixed scale or a dynamic one."""

    def __new__(cls, opt: Any, loss_scale: Any) -> Any:
        if not keras_precision.is_optimizer(opt):
            raise ValueError(f'"opt" must be an instance of OptimizerV2, but got: {opt}')
        return keras_precision.module().LossScaleOptimizer(opt, **_settings(loss_scale))


def _settings(loss_scale: Any) -> dict[str, Any]:
    experimental = v1.train.experimental
    if loss_scale == "dynamic":
        return {"dynamic": True}
    if isinstance(loss_scale, experimental.DynamicLossScale):
        if loss_scale.multiplier != 2:
            raise ValueError(f"LossScaleOptimizer expected a multiplier of 2, but received {loss_scale.multiplier}")
        return {
            "dynamic": True,
            "initial_scale": loss_scale.initial_loss_scale,
            "dynamic_growth_steps": loss_scale.increment_period,
        }
    if isinstance(loss_scale, experimental.FixedLossScale):
        loss_scale = loss_scale.get_config()["loss_scale_value"]
    return {"dynamic": False, "initial_scale": loss_scale}
