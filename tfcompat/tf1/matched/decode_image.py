"""`tf.image.decode_image` chooses among four decoders with `tf.cond`; TensorFlow 2 has one kernel for all formats."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import (
    array_ops,
    cond_ops,
    context,
    control_flow_assert,
    dtypes,
    gen_image_ops,
    image_ops,
    math_ops,
    ops,
    string_ops,
)
from tfcompat.backend.replace import replaces

_ONLY = "Channels must be in (None, 0, {}) when decoding {} images"


@replaces("tensorflow.python.ops.image_ops_impl.decode_image")
def decode_image(
    original: Callable[..., Any],
    contents: Any,
    channels: int | None = None,
    dtype: Any = dtypes.uint8,
    name: str | None = None,
    expand_animations: bool = True,
) -> Any:
    if context.executing_eagerly():
        return original(contents, channels, dtype, name, expand_animations)
    if channels not in (None, 0, 1, 3, 4):
        raise ValueError("channels must be in (None, 0, 1, 3, 4)")
    count = channels or 0

    def after(checks: list[tuple[Any, str]], decode: Callable[[], Any]) -> Any:
        asserts = [control_flow_assert.Assert(check, [message]) for check, message in checks]
        with ops.control_dependencies(asserts):
            return image_ops.convert_image_dtype(decode(), dtype)

    def bmp() -> Any:
        is_bmp = math_ops.equal(string_ops.substr(contents, 0, 2), "BM", name="is_bmp")
        check = control_flow_assert.Assert(is_bmp, ["Unable to decode bytes as JPEG, PNG, GIF, or BMP"])
        good = math_ops.not_equal(count, 1, name="check_channels")
        fits = control_flow_assert.Assert(good, [_ONLY.format("3", "BMP")])
        with ops.control_dependencies([check, fits]):
            return image_ops.convert_image_dtype(gen_image_ops.decode_bmp(contents), dtype)

    def gif() -> Any:
        good = math_ops.logical_and(
            math_ops.not_equal(count, 1, name="check_gif_channels"),
            math_ops.not_equal(count, 4, name="check_gif_channels"),
        )
        result = after([(good, _ONLY.format("3", "GIF"))], lambda: gen_image_ops.decode_gif(contents))
        return result if expand_animations else array_ops.gather(result, 0)

    def png() -> Any:
        depth = dtypes.uint8 if dtype == dtypes.uint8 else dtypes.uint16
        return image_ops.convert_image_dtype(gen_image_ops.decode_png(contents, count, dtype=depth), dtype)

    def jpeg() -> Any:
        good = math_ops.not_equal(count, 4, name="check_jpeg_channels")
        decode = gen_image_ops.decode_jpeg
        return after([(good, _ONLY.format("1, 3", "JPEG"))], lambda: decode(contents, count))

    with ops.name_scope(name, "decode_image"):
        start = string_ops.substr(contents, 0, 3)

        def gif_or_bmp() -> Any:
            return cond_ops.cond(math_ops.equal(start, b"GIF", name="is_gif"), gif, bmp, name="cond_gif")

        def png_or_other() -> Any:
            return cond_ops.cond(image_ops._is_png(contents), png, gif_or_bmp, name="cond_png")

        return cond_ops.cond(image_ops.is_jpeg(contents), jpeg, png_or_other, name="cond_jpeg")
