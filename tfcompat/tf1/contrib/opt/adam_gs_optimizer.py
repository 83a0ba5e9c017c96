"""`AdamGSOptimizer`: Adam that computes the powers of its betas from the global step, without variables for them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Optimizer: Any = v1.train.Optimizer


class AdamGSOptimizer(_Optimizer):
    """`tf.contrib.opt.AdamGSOptimizer` of 1.15."""

    def __init__(
        self,
        global_step: Any = 0,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "Adam",
    ) -> None:
        super().__init__(use_locking, name)
        self._lr, self._beta1, self._beta2, self._epsilon = learning_rate, beta1, beta2, epsilon
        self._global_step = global_step

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)
            self._zeros_slot(variable, "v", self._name)

    def _prepare(self) -> None:
        rate, beta1, beta2, epsilon = (
            self._call_if_callable(each) for each in (self._lr, self._beta1, self._beta2, self._epsilon)
        )
        self._lr_t = v1.convert_to_tensor(rate, name="learning_rate")
        self._beta1_t = v1.convert_to_tensor(beta1, name="beta1")
        self._beta2_t = v1.convert_to_tensor(beta2, name="beta2")
        self._epsilon_t = v1.convert_to_tensor(epsilon, name="epsilon")
        self._step_t = v1.cast(v1.identity(self._global_step) + 1, v1.float32)

    def _get_beta_accumulators(self) -> tuple[Any, Any]:
        return v1.pow(self._beta1_t, self._step_t), v1.pow(self._beta2_t, self._step_t)

    def _settings(self, dtype: Any) -> list[Any]:
        powers = self._get_beta_accumulators()
        return updates.casts(dtype, *powers, self._lr_t, self._beta1_t, self._beta2_t, self._epsilon_t)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        settings = self._settings(var.dtype)
        return updates.kernel("adam", var, m, v)(*settings, grad, use_locking=self._use_locking)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._sparse(grad.values, var, grad.indices)

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        return self._sparse(grad, var, indices)

    def _sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        """One step for some rows; the moments of all rows fade, and all rows move."""
        beta1_power, beta2_power, rate, beta1, beta2, epsilon = self._settings(var.dtype)
        lock = self._use_locking
        rate = rate * v1.sqrt(1 - beta2_power) / (1 - beta1_power)
        m = self.get_slot(var, "m")
        add = grad * (1 - beta1)
        m_t = v1.assign(m, m * beta1, use_locking=lock)
        with v1.control_dependencies([m_t]):
            m_t = updates.scatter_add(m, indices, add, lock)
        v = self.get_slot(var, "v")
        add = grad * grad * (1 - beta2)
        v_t = v1.assign(v, v * beta2, use_locking=lock)
        with v1.control_dependencies([v_t]):
            v_t = updates.scatter_add(v, indices, add, lock)
        root = v1.sqrt(v_t)
        moved = v1.assign_sub(var, rate * m_t / (root + epsilon), use_locking=lock)
        return v1.group(moved, m_t, v_t)
