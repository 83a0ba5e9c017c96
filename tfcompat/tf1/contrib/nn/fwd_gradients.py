"""`fwd_gradients` of `tensorflow.contrib.nn.python.ops.fwd_gradients`: derivatives in the forward direction."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["fwd_gradients"]


def fwd_gradients(ys: list[Any], xs: list[Any], grad_xs: Any = None, assert_unused: bool = False) -> list[Any]:
    """For each of `ys` its change along `grad_xs`, by default 1 for each of `xs`: the derivative of a gradient.

    `assert_unused` makes what computes the gradient itself fail: nothing may need its value.
    """
    weights = [v1.zeros_like(y) + float("nan") for y in ys]
    grads = [
        v1.convert_to_tensor(each) if isinstance(each, v1.IndexedSlices) else each
        for each in v1.gradients(ys, xs, grad_ys=weights)
    ]
    if assert_unused:
        with v1.control_dependencies(grads):
            fails = v1.Assert(False, [1], name="fwd_gradients")
        with v1.control_dependencies([fails]):
            grads = v1.identity_n(grads)
    grads = [v1.zeros_like(x) if each is None else each for x, each in zip(xs, grads, strict=True)]
    for x, each in zip(xs, grads, strict=True):
        each.set_shape(x.shape)
    result: list[Any] = v1.gradients(grads, weights, grad_ys=grad_xs)
    return result
