"""The sparse update that LazyAdam and LazyAdamGS share: only the rows that a gradient has move and fade."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import resource_variable_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates


def settings(optimizer: Any, var: Any) -> tuple[Any, Any, Any, Any]:
    """Step size, betas and epsilon of an Adam in the variable's dtype."""
    powers = optimizer._get_beta_accumulators()
    tensors = (*powers, optimizer._lr_t, optimizer._beta1_t, optimizer._beta2_t, optimizer._epsilon_t)
    beta1_power, beta2_power, rate, beta1, beta2, epsilon = updates.casts(var.dtype, *tensors)
    return rate * v1.sqrt(1 - beta2_power) / (1 - beta1_power), beta1, beta2, epsilon


class LazyRows:
    """For an Adam to inherit from: its sparse updates."""

    def _apply_sparse(self: Any, grad: Any, var: Any) -> Any:
        rate, beta1, beta2, epsilon = settings(self, var)
        rows, lock = grad.indices, self._use_locking
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        new = beta1 * v1.gather(m, rows) + (1 - beta1) * grad.values
        m_t = v1.scatter_update(m, rows, new, use_locking=lock)
        new = beta2 * v1.gather(v, rows) + (1 - beta2) * v1.square(grad.values)
        v_t = v1.scatter_update(v, rows, new, use_locking=lock)
        # Read back, so that a row that comes twice counts as it was left.
        m_rows, v_rows = v1.gather(m_t, rows), v1.gather(v_t, rows)
        moved = v1.scatter_sub(var, rows, rate * m_rows / (v1.sqrt(v_rows) + epsilon), use_locking=lock)
        return v1.group(moved, m_t, v_t)

    def _resource_apply_sparse(self: Any, grad: Any, var: Any, indices: Any) -> Any:
        rate, beta1, beta2, epsilon = settings(self, var)
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        m_rows = beta1 * v1.gather(m, indices) + (1 - beta1) * grad
        m_set = resource_variable_ops.resource_scatter_update(m.handle, indices, m_rows)
        v_rows = beta2 * v1.gather(v, indices) + (1 - beta2) * v1.square(grad)
        v_set = resource_variable_ops.resource_scatter_update(v.handle, indices, v_rows)
        step = rate * m_rows / (v1.sqrt(v_rows) + epsilon)
        moved = resource_variable_ops.resource_scatter_sub(var.handle, indices, step)
        return v1.group(moved, m_set, v_set)
