"""`GGTOptimizer`: full-matrix adaptive steps from a window of past gradients."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import context
from tfcompat.backend.v1api import v1

_Optimizer: Any = v1.train.Optimizer


class GGTOptimizer(_Optimizer):
    """`tf.contrib.opt.GGTOptimizer` of 1.15. Sizes: n elements of all variables, w gradients in the window.

    Its variables are `global_step`, `grad_buffer` `[w, n]`, `moment1` `[n]` and `flat_grad` `[n]`.

    Raises:
      NotImplementedError: a gradient is sparse.
    """

    def __init__(
        self,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        use_locking: bool = False,
        name: str = "GGT",
        window: int = 10,
        eps: float = 1e-4,
        svd_eps: float = 1e-6,
        sigma_eps: float = 1e-2,
    ) -> None:
        super().__init__(use_locking, name)
        self._settings = {
            "beta1": beta1,
            "eps": eps,
            "lr": learning_rate,
            "sigma_eps": sigma_eps,
            "svd_eps": svd_eps,
            "window": window,
        }
        self._tensors: dict[str, Any] = {}
        self._places: dict[str, slice] = {}
        self._updated: list[Any] = []

    def _create_slots(self, var_list: Any) -> None:
        with v1.name_scope(f"{self._name}/"):
            for name, value in self._settings.items():
                self._tensors[name] = v1.convert_to_tensor(self._call_if_callable(value), name=name)
        sizes = {each.name: int(np.prod(each.get_shape().as_list(), dtype=np.int64)) for each in var_list}
        start = 0
        for name, size in sorted(sizes.items()):
            self._places[name] = slice(start, start + size)
            start += size
        dtype = var_list[0].dtype.base_dtype
        first = min(var_list, key=lambda variable: variable.name)
        for name, value in (
            ("global_step", v1.cast(0.0, dtype=dtype)),
            ("grad_buffer", v1.zeros([self._tensors["window"], start], dtype=dtype)),
            ("moment1", v1.zeros((start,), dtype=dtype)),
            ("flat_grad", v1.zeros((start,), dtype=dtype)),
        ):
            self._create_non_slot_variable(initial_value=value, name=name, colocate_with=first)

    def _prepare(self) -> None:
        self._updated = []

    def _own(self, name: str) -> Any:
        graph = None if context.executing_eagerly() else v1.get_default_graph()
        return self._get_non_slot_variable(name, graph=graph)

    # By these names 1.15 gave its state to whoever looked at it.
    def _get_moment1(self) -> Any:
        return self._own("moment1")

    def _get_grad_buffer(self) -> Any:
        return self._own("grad_buffer")

    def _get_flat_grad(self) -> Any:
        return self._own("flat_grad")

    def _apply_dense(self, grad: Any, var: Any) -> Any:
        self._updated.append(var)
        place = self._places[var.name]
        flat = v1.reshape(grad, [-1])
        return v1.scatter_update(self._get_flat_grad(), v1.range(place.start, place.stop), flat)

    _resource_apply_dense = _apply_dense

    def _apply_sparse(self, grad: Any, var: Any) -> Any:
        raise NotImplementedError("Sparse gradient updates are not supported.")

    _resource_apply_sparse_duplicate_indices = _resource_apply_sparse = _apply_sparse

    def _finish(self, update_ops: Any, name_scope: Any) -> Any:
        with v1.control_dependencies([v1.group(*update_ops)]):
            return v1.group(v1.group(*self._steps()), name=name_scope)

    def _steps(self) -> list[Any]:
        """Moves all variables, once the gradients lie in `flat_grad`."""
        dtype = self._updated[0].dtype.base_dtype
        names = ("lr", "beta1", "eps", "svd_eps", "sigma_eps")
        rate, beta1, eps, svd_eps, sigma_eps = (v1.cast(self._tensors[name], dtype) for name in names)
        window = self._tensors["window"]
        step = v1.assign_add(self._own("global_step"), 1.0)
        moment, flat = self._get_moment1(), self._get_flat_grad()
        moment = moment.assign(beta1 * moment + (1.0 - beta1) * flat)
        place = v1.floormod(v1.cast(step - 1.0, v1.int32), window)
        gradients = v1.scatter_update(self._get_grad_buffer(), place, moment)  # [w, n]
        seen = v1.sqrt(v1.minimum(v1.convert_to_tensor(step), v1.cast(window, dtype=dtype)))
        column = v1.expand_dims(moment, -1)  # [n, 1]
        g = v1.transpose(v1.divide(gradients, seen))  # [n, w]
        damping = v1.cast(v1.eye(window), dtype=dtype) * svd_eps
        sigma, u, _ = v1.svd(v1.matmul(g, g, transpose_a=True) + damping)
        root = v1.sqrt(sigma)
        smallest = v1.reduce_min(root)
        one = v1.cast(1.0, dtype=dtype)
        nothing = v1.expand_dims(v1.zeros(flat.get_shape(), dtype=dtype), -1)

        def within(diagonal: Any) -> Any:
            """The column's part within the window's span, scaled along its axes."""
            part = v1.matmul(u, v1.matmul(g, column, transpose_a=True), transpose_a=True)
            return v1.matmul(g, v1.matmul(u, v1.matmul(v1.diag(diagonal), part)))

        head = within(v1.divide(one, v1.pow(root + sigma_eps, 3)))
        tail = v1.divide(column - within(v1.divide(v1.cast(1.0, dtype=dtype), sigma)), smallest)
        change = v1.cond(smallest > eps, lambda: v1.add(head, tail), lambda: v1.add(nothing, head))
        return [
            v1.assign_sub(var, rate * v1.reshape(change[self._places[var.name]], var.get_shape()))
            for var in self._updated
        ]
