"""`scaled_softplus`: `alpha * softplus(x / alpha)`, clipped if asked for, with a gradient of its own."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import function
from tfcompat.backend.v1api import v1

__all__ = ["scaled_softplus"]


def scaled_softplus(x: Any, alpha: Any, clip: Any = None, name: str | None = None) -> Any:
    """Of the shape and type of `x`; `alpha` and `clip` may be tensors that broadcast to it, and get gradients."""
    clips = clip is not None
    with v1.name_scope(name, "scaled_softplus", [x, alpha] + ([clip] if clips else [])):
        x = v1.convert_to_tensor(x, name="x")
        dtype = x.dtype
        alpha = v1.convert_to_tensor(alpha, dtype=dtype, name="alpha")
        y = alpha * v1.nn.softplus(x / alpha)
        args = [y, x, alpha]
        if clips:
            clip = v1.convert_to_tensor(clip, dtype=dtype, name="clip")
            args = [v1.minimum(y, clip), x, alpha, clip]
        helper = function.Defun(
            *[dtype] * len(args),
            func_name=f"ScaledSoftplusHelper_{'clip_' if clips else ''}{dtype.name}",
            shape_func=lambda op: [op.inputs[0].shape],
            python_grad_func=_gradient,
        )
        return helper(_first_of_four if clips else _first_of_three)(*args)


def _first_of_three(y: Any, x: Any, alpha: Any) -> Any:
    return y


def _first_of_four(y: Any, x: Any, alpha: Any, clip: Any) -> Any:
    return y


def _gradient(op: Any, grad: Any) -> list[Any]:
    y, x, alpha, *rest = op.inputs
    with v1.control_dependencies([grad]):
        y = v1.identity(y)
    clip_grads = []
    if rest:
        inside = v1.cast(y < rest[0], grad.dtype)
        clip_grads = [_summed(grad * (1.0 - inside), rest[0])]
        grad *= inside
    y /= alpha
    decay = v1.exp(-y)
    slope = 1.0 - decay
    by_alpha = y * decay - slope * v1.log(slope + 1e-8)
    return [None, _summed(grad * slope, x), _summed(grad * by_alpha, alpha), *clip_grads]


def _summed(grad: Any, like: Any) -> Any:
    """The gradient summed to the shape of what was broadcast."""
    shape = v1.shape(like)
    axes = v1.raw_ops.BroadcastGradientArgs(s0=shape, s1=v1.shape(grad)).r0
    return v1.reshape(v1.reduce_sum(grad, axes), shape)
