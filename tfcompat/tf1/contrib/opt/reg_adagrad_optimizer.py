"""`RegAdagradOptimizer`: Adagrad that can be told to leave its accumulators alone for a step."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tfcompat.backend.internals_training import gen_training_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Adagrad: Any = v1.train.AdagradOptimizer


class RegAdagradOptimizer(_Adagrad):
    """`tf.contrib.opt.RegAdagradOptimizer` of 1.15."""

    def __init__(
        self,
        learning_rate: Any,
        initial_accumulator_value: float = 0.1,
        use_locking: bool = False,
        name: str = "RegAdagrad",
    ) -> None:
        super().__init__(
            learning_rate, initial_accumulator_value=initial_accumulator_value, use_locking=use_locking, name=name
        )
        self._should_update_slots = True

    @contextlib.contextmanager
    def avoid_updating_slots(self) -> Iterator[None]:
        """Steps that are built within do not count in the accumulators, as those of a regularizer."""
        before, self._should_update_slots = self._should_update_slots, False
        try:
            yield
        finally:
            self._should_update_slots = before

    def _options(self) -> dict[str, Any]:
        return {"use_locking": self._use_locking, "update_slots": self._should_update_slots}

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        accumulator = self.get_slot(var, "accumulator")
        (rate,) = updates.casts(var.dtype, self._learning_rate_tensor)
        return updates.kernel("adagrad", var, accumulator)(rate, grad, **self._options())

    def _resource_apply_dense(self, grad: Any, var: Any, update_slots: bool = True) -> Any:
        return self._apply_dense(grad, var)

    def _apply_sparse(self, grad: Any, var: Any, update_slots: bool = True) -> Any:
        accumulator = self.get_slot(var, "accumulator")
        (rate,) = updates.casts(var.dtype, self._learning_rate_tensor)
        return gen_training_ops.sparse_apply_adagrad(
            var._ref(), accumulator._ref(), rate, grad.values, grad.indices, **self._options()
        )

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any, update_slots: bool = True) -> Any:
        accumulator = self.get_slot(var, "accumulator")
        (rate,) = updates.casts(grad.dtype, self._learning_rate_tensor)
        return gen_training_ops.resource_sparse_apply_adagrad(
            var.handle, accumulator.handle, rate, grad, indices, **self._options()
        )
