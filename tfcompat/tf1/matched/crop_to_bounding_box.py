"""`tf.image.crop_to_bounding_box` slices to the end with -1; TensorFlow 2 takes the sizes from the graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, array_ops_stack, context, control_flow_ops, image_ops, ops, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.image_ops_impl.crop_to_bounding_box")
def crop_to_bounding_box(
    original: Callable[..., Any],
    image: Any,
    offset_height: Any,
    offset_width: Any,
    target_height: Any,
    target_width: Any,
) -> Any:
    if context.executing_eagerly():
        return original(image, offset_height, offset_width, target_height, target_width)
    with ops.name_scope(None, "crop_to_bounding_box", [image]):
        image = ops.convert_to_tensor(image, name="image")
        is_batch = image.get_shape().ndims == 4
        if not is_batch:
            if image.get_shape().ndims not in (3, None):
                raise ValueError("'image' must have either 3 or 4 dimensions.")
            known = image.get_shape().ndims is not None
            image = array_ops.expand_dims(image, 0)
            if not known:
                image.set_shape([None] * 4)
        checks = image_ops._CheckAtLeast3DImage(image, require_static=False)
        batch, height, width, depth = image_ops._ImageDimensions(image, rank=4)
        for condition, message in (
            (lambda: offset_width >= 0, "offset_width must be >= 0."),
            (lambda: offset_height >= 0, "offset_height must be >= 0."),
            (lambda: target_width > 0, "target_width must be > 0."),
            (lambda: target_height > 0, "target_height must be > 0."),
            (lambda: width >= (target_width + offset_width), "width must be >= target + offset."),
            (lambda: height >= (target_height + offset_height), "height must be >= target + offset."),
        ):
            checks += image_ops._assert(condition(), ValueError, message)
        image = control_flow_ops.with_dependencies(checks, image)
        begin = array_ops_stack.stack([0, offset_height, offset_width, 0])
        size = array_ops_stack.stack([-1, target_height, target_width, -1])
        cropped = array_ops.slice(image, begin, size)
        sizes = (batch, target_height, target_width, depth)
        cropped.set_shape([None if isinstance(size, tensor_lib.Tensor) else size for size in sizes])
        return cropped if is_batch else array_ops.squeeze(cropped, axis=[0])
