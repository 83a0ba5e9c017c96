"""`MultitaskOptimizerWrapper`: slots of variables whose gradient is all zeros stay as they are."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

_STEPS = ("_apply_dense", "_resource_apply_dense", "_apply_sparse", "_resource_apply_sparse")


class MultitaskOptimizerWrapper:
    """`tf.contrib.opt.MultitaskOptimizerWrapper` of 1.15: changes the optimizer that it is given, and stands for it.

    Raises:
      TypeError: `opt` is no `tf.train.Optimizer`.
    """

    def __init__(self, opt: Any) -> None:
        if not isinstance(opt, v1.train.Optimizer):
            raise TypeError("Supplied optimizer must be an instance of tf.train.Optimizer")
        self._opt = opt
        for name in _STEPS:
            setattr(opt, name, types.MethodType(_unless_zero(getattr(opt, name)), opt))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._opt, name)


def _unless_zero(step: Callable[..., Any]) -> Callable[..., Any]:
    def wrapper(self: Any, grad: Any, *args: Any, **kwargs: Any) -> Any:
        def run() -> Any:
            with v1.control_dependencies([step(grad, *args, **kwargs)]):
                return v1.no_op()

        return v1.cond(_all_zeros(grad), v1.no_op, run)

    return wrapper


def _all_zeros(grad: Any) -> Any:
    return v1.equal(v1.count_nonzero(grad), 0)


def clip_gradients_by_global_norm(gradients_variables: Any, clip_norm: Any = 20.0) -> tuple[list[Any], Any]:
    """`tf.contrib.opt.clip_gradients_by_global_norm` of 1.15: clipped pairs, and the norm of what is not all zeros."""
    gradients, variables = zip(*gradients_variables, strict=True)

    def without_zeros(grad: Any) -> Any:
        if grad is None:
            return None
        dtype = v1.as_dtype(grad.dtype)
        return v1.cond(_all_zeros(grad), lambda: v1.zeros([], dtype=dtype), lambda: grad)

    norm = v1.global_norm([without_zeros(grad) for grad in gradients])
    clipped, _ = v1.clip_by_global_norm(gradients, clip_norm, use_norm=norm)
    return list(zip(clipped, variables, strict=True)), norm
