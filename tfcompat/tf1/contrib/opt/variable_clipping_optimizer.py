"""`VariableClippingOptimizer`: another optimizer, after whose steps some variables are clipped by their norms."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from tfcompat.backend.internals import tensor_lib
from tfcompat.backend.v1api import v1

_Optimizer: Any = v1.train.Optimizer
_log = logging.getLogger("tensorflow")


class VariableClippingOptimizer(_Optimizer):
    """`tf.contrib.opt.VariableClippingOptimizer` of 1.15; `vars_to_clip_dims` maps variables to their norms' axes."""

    def __init__(
        self,
        opt: Any,
        vars_to_clip_dims: Mapping[Any, Sequence[int]],
        max_norm: Any,
        use_locking: bool = False,
        colocate_clip_ops_with_vars: bool = False,
        name: str = "VariableClipping",
    ) -> None:
        super().__init__(use_locking, name)
        self._opt = opt
        self._vars_to_clip_dims = {variable: axes[:] for variable, axes in vars_to_clip_dims.items()}
        self._max_norm = max_norm
        self._colocate_clip_ops_with_vars = colocate_clip_ops_with_vars

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.compute_gradients(*args, **kwargs)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = list(grads_and_vars)
        with v1.name_scope(name, self._name) as scope:
            updated = self._opt.apply_gradients(pairs, global_step=global_step)
            clipped = []
            with v1.control_dependencies([updated]):
                for grad, var in pairs:
                    if grad is not None and var in self._vars_to_clip_dims:
                        with v1.name_scope(f"clip_{var.op.name}"):
                            dense = isinstance(grad, tensor_lib.Tensor)
                            clipped.append(self._clip_dense(var) if dense else self._clip_sparse(grad, var))
            return v1.group(updated, *clipped, name=scope)

    def _clip_dense(self, var: Any) -> Any:
        with self._maybe_colocate_with(var):
            value = var.read_value()
            delta = value - v1.clip_by_norm(value, self._max_norm, self._vars_to_clip_dims[var])
        with v1.colocate_with(var):
            return var.assign_sub(delta, use_locking=self._use_locking)

    def _clip_sparse(self, grad: Any, var: Any) -> Any:
        axes = self._vars_to_clip_dims[var]
        if 0 in axes:
            _log.warning(
                "Clipping norm across dims %s for %s is inefficient when including sparse dimension 0.",
                axes,
                var.op.name,
            )
            return self._clip_dense(var)
        with v1.colocate_with(var):
            rows = v1.gather(var, grad.indices)
        with self._maybe_colocate_with(var):
            delta = rows - v1.clip_by_norm(rows, self._max_norm, axes)
            slices = v1.IndexedSlices(delta, grad.indices, grad.dense_shape)
        with v1.colocate_with(var):
            return var.scatter_sub(slices, use_locking=self._use_locking)

    def _maybe_colocate_with(self, var: Any) -> Any:
        return v1.colocate_with(var) if self._colocate_clip_ops_with_vars else contextlib.nullcontext()
