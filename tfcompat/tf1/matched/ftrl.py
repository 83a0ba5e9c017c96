"""`tf.train.FtrlOptimizer`: its accumulator starts from a constant, and there is no `beta` among its numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import constant_op, context, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.training.ftrl.FtrlOptimizer._create_slots")
def create_slots(original: Callable[..., Any], self: Any, var_list: Any) -> None:
    if context.executing_eagerly():
        original(self, var_list)
        return
    for variable in var_list:
        with ops.colocate_with(variable):
            start = constant_op.constant(
                self._initial_accumulator_value, dtype=variable.dtype.base_dtype, shape=variable.get_shape()
            )
            self._get_or_make_slot(variable, start, "accum", self._accum_name or self._name)
            self._zeros_slot(variable, "linear", self._linear_name or self._name)


@replaces("tensorflow.python.training.ftrl.FtrlOptimizer._prepare")
def prepare(original: Callable[..., Any], self: Any) -> None:
    if context.executing_eagerly() or getattr(self, "_beta", 0):
        original(self)
        return
    names = "learning_rate", "l1_regularization_strength", "l2_regularization_strength"
    for name in (*names, "l2_shrinkage_regularization_strength", "learning_rate_power"):
        setattr(self, f"_{name}_tensor", ops.convert_to_tensor(getattr(self, f"_{name}"), name=name))
    self._adjusted_l2_regularization_strength_tensor = self._l2_regularization_strength_tensor
    self._beta_tensor = None
