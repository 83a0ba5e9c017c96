"""`NadamOptimizer`: Adam with Nesterov's momentum."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates

_Adam: Any = v1.train.AdamOptimizer


class NadamOptimizer(_Adam):
    """`tf.contrib.opt.NadamOptimizer` of 1.15; arguments as of `tf.train.AdamOptimizer`."""

    def _settings(self, dtype: Any) -> list[Any]:
        powers = self._get_beta_accumulators()
        return updates.casts(dtype, *powers, self._lr_t, self._beta1_t, self._beta2_t, self._epsilon_t)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        m, v = self.get_slot(var, "m"), self.get_slot(var, "v")
        options = {"use_locking": self._use_locking, "use_nesterov": True}
        return updates.kernel("adam", var, m, v)(*self._settings(var.dtype), grad, **options)

    _resource_apply_dense = _apply_dense

    def _apply_sparse_shared(self, grad: Any, var: Any, indices: Any, scatter_add: Any) -> Any:
        beta1_power, beta2_power, rate, beta1, beta2, epsilon = self._settings(var.dtype)
        lock = self._use_locking
        rate = rate * v1.sqrt(1 - beta2_power) / (1 - beta1_power)
        m = self.get_slot(var, "m")
        add = grad * (1 - beta1)
        m_t = v1.assign(m, m * beta1, use_locking=lock)
        with v1.control_dependencies([m_t]):
            m_t = scatter_add(m, indices, add)
            ahead = add + beta1 * v1.gather(m_t, indices)
        v = self.get_slot(var, "v")
        add = grad * grad * (1 - beta2)
        v_t = v1.assign(v, v * beta2, use_locking=lock)
        with v1.control_dependencies([v_t]):
            v_t = scatter_add(v, indices, add)
        root = v1.sqrt(v1.gather(v_t, indices))
        moved = scatter_add(var, indices, -rate * ahead / (root + epsilon))
        return v1.group(moved, ahead, v_t)
