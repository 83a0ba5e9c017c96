"""An image whose shape is not all known is checked in the graph, all of it; TensorFlow 2 checks three dimensions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, check_ops, context
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.image_ops_impl._CheckAtLeast3DImage")
def check_at_least_3d_image(original: Callable[..., Any], image: Any, require_static: bool = True) -> list[Any]:
    if context.executing_eagerly():
        found: list[Any] = original(image, require_static)
        return found
    shape = image.get_shape()
    try:
        shape = shape.with_rank(3) if shape.ndims is None else shape.with_rank_at_least(3)
    except ValueError:
        raise ValueError("'image' must be at least three-dimensional.") from None
    if require_static and not shape.is_fully_defined():
        raise ValueError("'image' must be fully defined.")
    if any(size == 0 for size in shape.as_list()):
        raise ValueError(f"all dims of 'image.shape' must be > 0: {shape}")
    if shape.is_fully_defined():
        return []
    positive = check_ops.assert_positive(array_ops.shape(image), ["all dims of 'image.shape' must be > 0."])
    message = "'image' must be at least three-dimensional."
    return [positive, check_ops.assert_greater_equal(array_ops.rank(image), 3, message=message)]
