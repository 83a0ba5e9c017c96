"""What AddSign and PowerSign share: gradients scaled by whether they agree in sign with their moving average."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Optimizer: Any = v1.train.Optimizer


class SignedOptimizer(_Optimizer):
    """A kernel `_KERNEL` with one setting of its own, `_own`, called `_OWN_NAME` in the graph."""

    _KERNEL = ""
    _OWN_NAME = ""
    _own: Any

    def __init__(
        self,
        learning_rate: Any,
        beta: Any,
        sign_decay_fn: Callable[[Any], Any] | None,
        use_locking: bool,
        name: str,
    ) -> None:
        super().__init__(use_locking, name)
        self._lr, self._beta, self._sign_decay_fn = learning_rate, beta, sign_decay_fn

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        if self._sign_decay_fn is not None:
            self._sign_decay_t = v1.convert_to_tensor(self._sign_decay_fn(global_step), name="sign_decay")
        return super().apply_gradients(grads_and_vars, global_step=global_step, name=name)

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)

    def _prepare(self) -> None:
        self._lr_t = v1.convert_to_tensor(self._lr, name="learning_rate")
        self._beta_t = v1.convert_to_tensor(self._beta, name="beta")
        self._own_t = v1.convert_to_tensor(self._own, name=self._OWN_NAME)
        if self._sign_decay_fn is None:
            self._sign_decay_t = v1.convert_to_tensor(1.0, name="sign_decay")

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        m = self.get_slot(var, "m")
        settings = updates.casts(var.dtype, self._lr_t, self._own_t, self._sign_decay_t, self._beta_t)
        return updates.kernel(self._KERNEL, var, m)(*settings, grad, use_locking=self._use_locking)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        rate, beta, own = updates.casts(var.dtype, self._lr_t, self._beta_t, self._own_t)
        m = self.get_slot(var, "m")
        m_t = v1.assign(m, m * beta + grad * (1 - beta), use_locking=self._use_locking)
        sign = v1.sign(grad.values)
        agree = v1.gather(v1.sign(m_t), grad.indices) * sign
        factor = self._factor(own, v1.cast(self._sign_decay_t, var.dtype.base_dtype), agree)
        step = rate * factor * grad.values
        moved = v1.scatter_sub(var, grad.indices, step, use_locking=self._use_locking)
        return v1.group(moved, m_t)

    def _factor(self, own: Any, decay: Any, agree: Any) -> Any:
        """What a gradient is multiplied by; `agree` is 1, 0 or -1."""
        raise NotImplementedError
