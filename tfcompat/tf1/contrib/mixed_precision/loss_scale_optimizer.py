"""`LossScaleOptimizer`: another optimizer, for a scaled loss, that leaves out steps whose gradients are not finite."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.v1api import v1

_Optimizer: Any = v1.train.Optimizer


class LossScaleOptimizer(_Optimizer):
    """`tf.contrib.mixed_precision.LossScaleOptimizer` of 1.15."""

    def __init__(self, opt: Any, loss_scale_manager: Any) -> None:
        self._opt = opt
        self._loss_scale_manager = loss_scale_manager

    def compute_gradients(
        self,
        loss: Any,
        var_list: Any = None,
        gate_gradients: int = 1,
        aggregation_method: Any = None,
        colocate_gradients_with_ops: bool = False,
        grad_loss: Any = None,
    ) -> list[tuple[Any, Any]]:
        """Gradients of the loss times the scale, divided by the scale."""
        scale = self._loss_scale_manager.get_loss_scale()

        def scaled() -> Any:
            value = loss() if callable(loss) else loss
            return value * v1.cast(scale, value.dtype.base_dtype)

        pairs = self._opt.compute_gradients(
            scaled if context.executing_eagerly() else scaled(),
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            grad_loss=grad_loss,
        )
        inverse = v1.reciprocal(scale)
        return [(None if grad is None else grad * v1.cast(inverse, grad.dtype.base_dtype), var) for grad, var in pairs]

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = list(grads_and_vars)
        finite = v1.reduce_all([v1.reduce_all(v1.is_finite(grad)) for grad, _ in pairs])
        update = v1.cond(finite, lambda: self._opt.apply_gradients(pairs, global_step, name), v1.no_op)
        return v1.group(update, self._loss_scale_manager.update_loss_scale(finite))
