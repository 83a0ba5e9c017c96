"""`LARSOptimizer`: momentum with a rate for each variable by the norms of it and of its gradient."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend.internals_training import gen_training_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Optimizer: Any = v1.train.Optimizer


class LARSOptimizer(_Optimizer):
    """`tf.contrib.opt.LARSOptimizer` of 1.15; variables with a text of `skip_list` in their names are not scaled.

    Raises:
      ValueError: `momentum` or `weight_decay` is negative.
    """

    def __init__(
        self,
        learning_rate: Any,
        momentum: float = 0.9,
        weight_decay: float = 0.0001,
        eeta: float = 0.001,
        epsilon: float = 0.0,
        name: str = "LARSOptimizer",
        skip_list: Sequence[str] | None = None,
        use_nesterov: bool = False,
    ) -> None:
        if momentum < 0.0:
            raise ValueError(f"momentum should be positive: {momentum}")
        if weight_decay < 0.0:
            raise ValueError(f"weight_decay should be positive: {weight_decay}")
        super().__init__(use_locking=False, name=name)
        self._learning_rate = learning_rate
        self._momentum, self._weight_decay = momentum, weight_decay
        self._eeta, self._epsilon = eeta, epsilon
        self._skip_list, self._use_nesterov = skip_list, use_nesterov

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "momentum", self._name)

    def compute_lr(self, grad: Any, var: Any) -> tuple[Any, Any]:
        """The rate for a variable, and its gradient with the weight decay in it."""
        if self._skip_list is not None and any(text in var.name for text in self._skip_list):
            return self._learning_rate, grad
        weight, slope = v1.norm(var, ord=2), v1.norm(grad, ord=2)
        trust = self._eeta * weight / (slope + self._weight_decay * weight + self._epsilon)
        trust = v1.where(v1.greater(weight, 0), v1.where(v1.greater(slope, 0), trust, 1.0), 1.0)
        return self._learning_rate * trust, grad + self._weight_decay * var

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        rate, grad = self.compute_lr(grad, var)
        momentum = self.get_slot(var, "momentum")
        one = v1.cast(1.0, var.dtype.base_dtype)
        step = updates.kernel("momentum", var, momentum)
        return step(one, grad * rate, self._momentum, use_locking=False, use_nesterov=self._use_nesterov)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        rate, momentum = updates.casts(var.dtype, self._learning_rate_tensor, self._momentum_tensor)
        return gen_training_ops.sparse_apply_momentum(
            var._ref(),
            self.get_slot(var, "momentum")._ref(),
            rate,
            grad.values,
            grad.indices,
            momentum,
            use_locking=self._use_locking,
            use_nesterov=self._use_nesterov,
        ).op

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        rate, momentum = updates.casts(grad.dtype, self._learning_rate_tensor, self._momentum_tensor)
        return gen_training_ops.resource_sparse_apply_momentum(
            var.handle,
            self.get_slot(var, "momentum").handle,
            rate,
            grad,
            indices,
            momentum,
            use_locking=self._use_locking,
            use_nesterov=self._use_nesterov,
        )

    def _prepare(self) -> None:
        rate, momentum = self._call_if_callable(self._learning_rate), self._call_if_callable(self._momentum)
        self._learning_rate_tensor = v1.convert_to_tensor(rate, name="learning_rate")
        self._momentum_tensor = v1.convert_to_tensor(momentum, name="momentum")
