"""`rotate`, `translate` and `transform`: images `[height, width]`, with channels, or in batches.

The deep module of this name had connected components and matching as well.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import context, gen_image_ops, tensor_util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.image.components import connected_components as connected_components
from tfcompat.tf1.contrib.image.matching import bipartite_match as bipartite_match
from tfcompat.tf1.contrib.image.projective_transforms import (
    angles_to_projective_transforms as angles_to_projective_transforms,
)
from tfcompat.tf1.contrib.image.projective_transforms import compose_transforms as compose_transforms
from tfcompat.tf1.contrib.image.projective_transforms import (
    flat_transforms_to_matrices as flat_transforms_to_matrices,
)
from tfcompat.tf1.contrib.image.projective_transforms import (
    matrices_to_flat_transforms as matrices_to_flat_transforms,
)
from tfcompat.tf1.contrib.image.projective_transforms import (
    translations_to_projective_transforms as translations_to_projective_transforms,
)

_DTYPES = (v1.uint8, v1.int32, v1.int64, v1.float16, v1.float32, v1.float64)


def rotate(images: Any, angles: Any, interpolation: str = "NEAREST", name: str | None = None) -> Any:
    """`tf.contrib.image.rotate` of 1.15: turned counterclockwise around the middle, by radians for all or for each.

    Raises:
      TypeError: dtype or rank do not fit.
    """
    with v1.name_scope(name, "rotate"):
        given = v1.convert_to_tensor(images)
        batch = _batch(given)
        height = v1.cast(v1.shape(batch)[1], v1.float32)[None]
        width = v1.cast(v1.shape(batch)[2], v1.float32)[None]
        turns = angles_to_projective_transforms(angles, height, width)
        return _unbatch(transform(batch, turns, interpolation=interpolation), given)


def translate(images: Any, translations: Any, interpolation: str = "NEAREST", name: str | None = None) -> Any:
    """`tf.contrib.image.translate` of 1.15: shifted by `[dx, dy]` for all or for each."""
    with v1.name_scope(name, "translate"):
        shifts = translations_to_projective_transforms(translations)
        return transform(images, shifts, interpolation=interpolation)


def transform(
    images: Any, transforms: Any, interpolation: str = "NEAREST", output_shape: Any = None, name: str | None = None
) -> Any:
    """`tf.contrib.image.transform` of 1.15: by eight numbers for all or for each; zeros come in from outside.

    Raises:
      TypeError: dtype or rank do not fit.
      ValueError: `output_shape` has not two elements, or `interpolation` is neither NEAREST nor BILINEAR.
    """
    with v1.name_scope(name, "transform"):
        given = v1.convert_to_tensor(images, name="images")
        numbers = v1.convert_to_tensor(transforms, name="transforms", dtype=v1.float32)
        batch = _batch(given)
        size = _output_size(batch, output_shape)
        rank = numbers.get_shape().ndims
        if rank is None:
            raise TypeError("transform_or_transforms rank must be statically known")
        if rank not in (1, 2):
            raise TypeError("Transforms should have rank 1 or 2.")
        output = gen_image_ops.image_projective_transform_v2(
            batch,
            output_shape=size,
            transforms=numbers[None] if rank == 1 else numbers,
            interpolation=interpolation.upper(),
        )
        return _unbatch(output, given)


def _output_size(batch: Any, wanted: Any) -> Any:
    """Height and width, int32 `[2]`."""
    if wanted is None:
        wanted = v1.shape(batch)[1:3]
        known = None if context.executing_eagerly() else tensor_util.constant_value(wanted)
        wanted = wanted if known is None else known
    size = v1.convert_to_tensor(wanted, v1.int32, name="output_shape")
    if not size.get_shape().is_compatible_with([2]):
        raise ValueError("output_shape must be a 1-D Tensor of 2 elements: new_height, new_width")
    return size


def _batch(images: Any) -> Any:
    """`[batch, height, width, channels]`."""
    if images.dtype.base_dtype not in _DTYPES:
        raise TypeError(f"Invalid dtype {images.dtype}.")
    rank = images.get_shape().ndims
    if rank is None:
        raise TypeError("image_or_images rank must be statically known")
    if rank == 2:
        return images[None, :, :, None]
    if rank == 3:
        return images[None, :, :, :]
    if rank != 4:
        raise TypeError("Images should have rank between 2 and 4.")
    return images


def _unbatch(batch: Any, images: Any) -> Any:
    """A batch in the rank of the images that it was made of."""
    rank = len(images.get_shape())
    if rank == 2:
        return batch[0, :, :, 0]
    return batch[0, :, :, :] if rank == 3 else batch
