"""`tf.nn.fused_batch_norm` raises an epsilon below 1.001e-5 to it, the least that cuDNN took."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces

_LEAST = 1.001e-5


@replaces("tensorflow.python.ops.nn_impl.fused_batch_norm")
def fused_batch_norm(
    original: Callable[..., Any],
    x: Any,
    scale: Any,
    offset: Any,
    mean: Any = None,
    variance: Any = None,
    epsilon: float = 0.001,
    *args: Any,
    **options: Any,
) -> Any:
    return original(x, scale, offset, mean, variance, max(epsilon, _LEAST), *args, **options)
