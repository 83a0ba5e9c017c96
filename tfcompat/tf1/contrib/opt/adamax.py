"""`AdaMaxOptimizer`: Adam with the maximum of past gradients in place of their second moment."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Adam: Any = v1.train.AdamOptimizer


class AdaMaxOptimizer(_Adam):
    """`tf.contrib.opt.AdaMaxOptimizer` of 1.15."""

    def __init__(
        self,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "AdaMax",
    ) -> None:
        super().__init__(learning_rate, beta1, beta2, epsilon, use_locking, name)

    def _get_beta_accumulators(self) -> Any:
        graph = None if context.executing_eagerly() else v1.get_default_graph()
        return self._get_non_slot_variable("beta1_power", graph=graph)

    def _create_slots(self, var_list: Any) -> None:
        first = min(var_list, key=lambda variable: variable.name)
        self._create_non_slot_variable(initial_value=self._beta1, name="beta1_power", colocate_with=first)
        for variable in var_list:
            self._zeros_slot(variable, "m", self._name)
            self._zeros_slot(variable, "v", self._name)

    def _settings(self, dtype: Any) -> list[Any]:
        power = self._get_beta_accumulators()
        return updates.casts(dtype, power, self._lr_t, self._beta1_t, self._beta2_t, self._epsilon_t)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        settings = self._settings(var.dtype)
        return updates.kernel("ada_max", var, m, v)(*settings, grad, use_locking=self._use_locking)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._sparse(grad.values, var, grad.indices)

    def _resource_apply_sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        return self._sparse(grad, var, indices)

    def _sparse(self, grad: Any, var: Any, indices: Any) -> Any:
        power, rate, beta1, beta2, epsilon = self._settings(var.dtype)
        lock = self._use_locking
        m = self.get_slot(var, "m")
        m_rows = v1.gather(m, indices) * beta1 + grad * (1 - beta1)
        with v1.control_dependencies([m_rows]):
            m_t = updates.scatter_update(m, indices, m_rows, lock)
        v = self.get_slot(var, "v")
        v_rows = v1.maximum(v1.gather(v, indices) * beta2, v1.abs(grad))
        with v1.control_dependencies([v_rows]):
            v_t = updates.scatter_update(v, indices, v_rows, lock)
        step = -rate / (1 - power) * (m_rows / (v_rows + epsilon))
        with v1.control_dependencies([step]):
            moved = updates.scatter_add(var, indices, step, lock)
        return v1.group(moved, m_t, v_t)

    def _finish(self, update_ops: Any, name_scope: Any) -> Any:
        with v1.control_dependencies(update_ops):
            power = self._get_beta_accumulators()
            with v1.colocate_with(power):
                updated = power.assign(power * self._beta1_t, use_locking=self._use_locking)
        return v1.group(*update_ops, updated, name=name_scope)
