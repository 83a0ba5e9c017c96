"""`tf.image.per_image_standardization` scales whole numbers to [0, 1] first, and answers in the type it was given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes, image_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.image_ops_impl.per_image_standardization")
def per_image_standardization(original: Callable[..., Any], image: Any) -> Any:
    if context.executing_eagerly():
        return original(image)
    with ops.name_scope(None, "per_image_standardization", [image]) as scope:
        image = image_ops._AssertAtLeast3DImage(ops.convert_to_tensor(image, name="image"))
        given = image.dtype
        if given not in (dtypes.float16, dtypes.float32):
            image = image_ops.convert_image_dtype(image, dtypes.float32)
        axes = [-1, -2, -3]
        pixels = math_ops.reduce_prod(array_ops.shape(image)[-3:])
        mean = math_ops.reduce_mean(image, axis=axes, keepdims=True)
        deviation = math_ops.reduce_std(image, axis=axes, keepdims=True)
        least = math_ops.rsqrt(math_ops.cast(pixels, image.dtype))
        adjusted = math_ops.maximum(deviation, least)
        image -= mean
        return image_ops.convert_image_dtype(math_ops.div(image, adjusted, name=scope), given, saturate=True)
