"""Fused batch normalization: constants for a missing scale or offset belong to the layer, the moving averages stay out
of the training op, and the variance is corrected once, after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, math_ops, nn_impl, ops
from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces

_LAYER = "tf_keras.src.layers.normalization.batch_normalization.BatchNormalizationBase"


@replaces(f"{_LAYER}.build")
def build(original: Callable[..., Any], self: Any, input_shape: Any) -> None:
    if context.executing_eagerly() or (self.scale and self.center):
        original(self, input_shape)
        return
    add_weight = self.add_weight

    def constants_first(*args: Any, **options: Any) -> Any:
        constant = module("backend").constant
        fill = {"dtype": self._param_dtype, "shape": options["shape"]}
        if self.fused and not self.scale and not hasattr(self, "_gamma_const"):
            self._gamma_const = constant(1.0, **fill)
        if self.fused and not self.center and not hasattr(self, "_beta_const") and options["name"] != "gamma":
            self._beta_const = constant(0.0, **fill)
        return add_weight(*args, **options)

    self.add_weight = constants_first
    try:
        original(self, input_shape)
    finally:
        del self.add_weight


@replaces(f"{_LAYER}._fused_batch_norm")
def fused(original: Callable[..., Any], self: Any, inputs: Any, mask: Any, training: Any) -> Any:
    if context.executing_eagerly() or mask is not None:
        return original(self, inputs, mask, training)
    control = module("utils.control_flow_util")
    beta = self.beta if self.center else self._beta_const
    gamma = self.gamma if self.scale else self._gamma_const
    options = {"epsilon": self.epsilon, "data_format": self._data_format}
    moving = {"mean": self.moving_mean, "variance": self.moving_variance}
    batch = array_ops.size(inputs) if self._support_zero_size_input() else None
    output, mean, variance = control.smart_cond(
        training,
        lambda: nn_impl.fused_batch_norm(inputs, gamma, beta, **options),
        lambda: nn_impl.fused_batch_norm(inputs, gamma, beta, **moving, **options, is_training=False),
    )
    if not self._bessels_correction_test_only:
        size = math_ops.cast(array_ops.size(inputs) / array_ops.size(variance), variance.dtype)
        variance *= (size - math_ops.cast(1.0, variance.dtype)) / size
    known = control.constant_value(training)
    if known is None:
        momentum = control.smart_cond(training, lambda: self.momentum, lambda: 1.0)
    else:
        momentum = ops.convert_to_tensor(self.momentum)
    if known is None or known:
        self.add_update(lambda: self._assign_moving_average(self.moving_mean, mean, momentum, batch))
        self.add_update(lambda: self._assign_moving_average(self.moving_variance, variance, momentum, batch))
    return output
