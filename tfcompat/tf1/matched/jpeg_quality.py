"""`tf.image.adjust_jpeg_quality` converts without saturating, and decodes without a number of channels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dtypes, gen_image_ops, image_ops, ops, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.image_ops_impl.adjust_jpeg_quality")
def adjust_jpeg_quality(
    original: Callable[..., Any], image: Any, jpeg_quality: Any, *args: Any, name: str | None = None, **options: Any
) -> Any:
    if args or options or context.executing_eagerly():
        return original(image, jpeg_quality, *args, name=name, **options)
    with ops.name_scope(name, "adjust_jpeg_quality", [image]):
        image = ops.convert_to_tensor(image, name="image")
        given = image.dtype
        image = image_ops.convert_image_dtype(image, dtypes.uint8)
        if not isinstance(jpeg_quality, tensor_lib.Tensor):
            jpeg_quality = ops.convert_to_tensor(jpeg_quality, dtype=dtypes.int32)
        encoded = gen_image_ops.encode_jpeg_variable_quality(image, jpeg_quality)
        return image_ops.convert_image_dtype(gen_image_ops.decode_jpeg(encoded), given)
