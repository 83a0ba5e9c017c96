"""`tf.add` makes an `Add`, where TensorFlow 2 makes an `AddV2`; the `+` operator makes an `AddV2` in both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_math_ops, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.math_ops.add")
def add(original: Callable[..., Any], x: Any, y: Any, name: str | None = None) -> Any:
    if context.executing_eagerly() or _is_composite(x) or _is_composite(y):
        return original(x, y, name=name)
    return gen_math_ops.add(x, y, name=name)


def _is_composite(value: Any) -> bool:
    return hasattr(value, "_type_spec") and not isinstance(value, tensor_lib.Tensor) and not hasattr(value, "op")
