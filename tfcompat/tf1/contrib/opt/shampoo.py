"""`ShampooOptimizer`: gradients preconditioned along each dimension by a root of their second moments."""

from __future__ import annotations

import logging
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import matrix_functions

_Optimizer: Any = v1.train.Optimizer
_log = logging.getLogger("tensorflow")


def GetParam(var: Any, timestep: Any) -> Any:
    """A setting at a time step: it may be a function of it."""
    return var(timestep) if callable(var) else var


class ShampooOptimizer(_Optimizer):
    """`tf.contrib.opt.ShampooOptimizer` of 1.15; each setting may be a function of the time step.

    Slots: `gbar` (moving sum of gradients), `Gbar_i` (second moments along dimension i, `[d, d]`, or `[d]` where
    d > `max_matrix_size`), and `H_i` (their roots) if `svd_interval` > 1.
    """

    def __init__(
        self,
        global_step: Any = 0,
        max_matrix_size: int = 768,
        gbar_decay: Any = 0.0,
        gbar_weight: Any = 1.0,
        mat_gbar_decay: Any = 1.0,
        mat_gbar_weight: Any = 1.0,
        learning_rate: Any = 1.0,
        svd_interval: Any = 1,
        precond_update_interval: Any = 1,
        epsilon: float = 1e-4,
        alpha: Any = 0.5,
        use_iterative_root: bool = False,
        use_locking: bool = False,
        name: str = "Shampoo",
    ) -> None:
        super().__init__(use_locking, name)
        self._global_step = v1.cast(global_step, v1.float32)
        self._max_matrix_size = max_matrix_size
        self._gbar_decay, self._gbar_weight = gbar_decay, gbar_weight
        self._mat_gbar_decay, self._mat_gbar_weight = mat_gbar_decay, mat_gbar_weight
        self._learning_rate = learning_rate
        self._svd_interval, self._precond_update_interval = svd_interval, precond_update_interval
        self._epsilon, self._alpha = epsilon, alpha
        self._use_iterative_root = use_iterative_root

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            with v1.colocate_with(variable):
                self._zeros_slot(variable, "gbar", self._name)
                for i, size in enumerate(variable.get_shape().as_list()):
                    self._create_slots_along(variable, i, v1.convert_to_tensor(size), size)

    def _create_slots_along(self, variable: Any, i: int, tensor: Any, size: int) -> None:
        if size <= self._max_matrix_size:
            first = v1.zeros_like(v1.eye(tensor))
            if _more_than_one(self._svd_interval):
                self._get_or_make_slot(variable, v1.eye(tensor), f"H_{i}", self._name)
        else:
            first = v1.zeros([tensor])
        self._get_or_make_slot(variable, first, f"Gbar_{i}", self._name)

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        return self._apply_gradient(grad, var)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        return self._sparse(grad.values, grad.indices, var)

    def _resource_apply_sparse(self, grad_values: Any, var: Any, grad_indices: Any) -> Any:
        return self._sparse(grad_values, grad_indices, var)

    def _sparse(self, values: Any, indices: Any, var: Any) -> Any:
        if int(var.get_shape()[0]) <= self._max_matrix_size or self._gbar_decay != 0.0:
            shape = v1.shape(var, out_type=indices.dtype)
            return self._apply_gradient(v1.scatter_nd(v1.expand_dims(indices, axis=1), values, shape), var)
        return self._apply_gradient(values, var, indices)

    def _weighted_average(self, var: Any, weight: Any, weight_t: Any, rest: Any) -> Any:
        """`weight_t * var + rest`, assigned where there is something to remember."""
        if weight == 0.0:
            return rest
        if weight == 1.0:
            return v1.assign_add(var, rest)
        return var.assign_add((weight_t - 1) * var + rest)

    def _compute_power(self, var: Any, mat_g: Any, size: int, alpha: Any, slot: str | None = None) -> Any:
        """`(mat_g + epsilon * I) ** alpha`, kept in a slot if one is named."""
        with v1.name_scope("matrix_iterative_power"):
            if self._use_iterative_root:
                root = matrix_functions.matrix_square_root(mat_g, size, 100, self._epsilon)
                power = matrix_functions.matrix_inverse_pth_root(root, size, 2 * alpha, 100, 1e-6, ridge_epsilon=0.0)
            elif size == 1:
                power = v1.pow(mat_g + self._epsilon, alpha)
            else:
                damping = self._epsilon * v1.eye(v1.cast(size, v1.int32))
                diagonal, u, v = v1.svd(mat_g + damping, full_matrices=True)
                power = v1.matmul(v * v1.pow(v1.maximum(diagonal, self._epsilon), alpha), v1.transpose(u))
            return power if slot is None else v1.assign(self.get_slot(var, slot), power)

    def _apply_gradient(self, grad: Any, var: Any, indices: Any = None) -> Any:
        step = self._global_step + 1
        sizes = var.get_shape().as_list()
        neg_alpha = -GetParam(self._alpha, step) / len(sizes)
        moved = self._momentum(grad, var, indices, step)
        for i, size in enumerate(sizes):
            axes = [axis for axis in range(len(sizes)) if axis != i]
            if size <= self._max_matrix_size:
                root = self._matrix_root(var, grad, i, size, axes, neg_alpha, step)
                moved = v1.tensordot(moved, root, axes=([0], [0]), name=f"precond_{i}")
            else:
                root = self._diagonal_root(var, grad, indices, i, size, axes, neg_alpha, step)
                moved = v1.transpose(moved, perm=[*range(1, len(sizes)), 0]) * root
        rate = GetParam(self._learning_rate, step)
        if indices is not None:
            return v1.scatter_add(var, indices, -rate * moved)
        return v1.assign_sub(var, rate * moved)

    def _momentum(self, grad: Any, var: Any, indices: Any, step: Any) -> Any:
        decay, weight = GetParam(self._gbar_decay, step), GetParam(self._gbar_weight, step)
        if indices is None:
            return self._weighted_average(self.get_slot(var, "gbar"), self._gbar_decay, decay, weight * grad)
        if self._gbar_decay != 0.0:
            _log.warning("Not applying momentum for variable: %s", var.name)
        return grad

    def _matrix_root(self, var: Any, grad: Any, i: int, size: int, axes: Any, neg_alpha: Any, step: Any) -> Any:
        """The preconditioner along a dimension that has a whole matrix, `[size, size]`."""
        moments = self.get_slot(var, f"Gbar_{i}")
        decay, weight = GetParam(self._mat_gbar_decay, step), GetParam(self._mat_gbar_weight, step)
        every, renewal = GetParam(self._precond_update_interval, step), GetParam(self._svd_interval, step)

        def add() -> Any:
            outer = v1.tensordot(grad, grad, axes=(axes, axes), name=f"grad_outer_{i}")
            return self._weighted_average(moments, self._mat_gbar_decay, decay, weight * every * outer)

        updated = v1.cond(v1.mod(step, every) < 1, add, lambda: _value(moments)) / float(size)
        if self._svd_interval == 1:
            return self._compute_power(var, updated, size, neg_alpha)
        return v1.cond(
            v1.mod(step, renewal) < 1,
            lambda: self._compute_power(var, updated, size, neg_alpha, f"H_{i}"),
            lambda: _value(self.get_slot(var, f"H_{i}")),
        )

    def _diagonal_root(
        self, var: Any, grad: Any, indices: Any, i: int, size: int, axes: Any, neg_alpha: Any, step: Any
    ) -> Any:
        """The preconditioner along a dimension that has a diagonal only, `[size]`, or the rows of a sparse gradient."""
        moments = self.get_slot(var, f"Gbar_{i}")
        decay, weight = GetParam(self._mat_gbar_decay, step), GetParam(self._mat_gbar_weight, step)
        squares = grad * grad
        if axes:
            squares = v1.reduce_sum(squares, axis=axes) / (1.0 if indices is not None else float(size))
        if i == 0 and indices is not None:
            assert self._mat_gbar_decay == 1.0, "sparse gradients need mat_gbar_decay=1.0"
            updated = v1.gather(v1.scatter_add(moments, indices, weight * squares), indices)
        else:
            updated = self._weighted_average(moments, self._mat_gbar_decay, decay, weight * squares)
        return v1.where(v1.greater(updated, 0), v1.pow(updated, neg_alpha), v1.zeros_like(updated))


def _more_than_one(interval: Any) -> bool:
    return callable(interval) or interval > 1


def _value(variable: Any) -> Any:
    return v1.convert_to_tensor(variable)
