"""Gradient of `ExtractImagePatches`: a sparse matrix from pixels to patches, multiplied with the flat gradient."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, dtypes, gen_array_ops, math_ops, sparse_ops, sparse_tensor
from tfcompat.backend.internals_gradients import replaces_gradient


@replaces_gradient("ExtractImagePatches")
def extract_image_patches(original: Callable[..., Any], op: Any, grad: Any) -> Any:
    shape = array_ops.shape(op.inputs[0], out_type=dtypes.int64)
    batch, rows, columns, channels = shape[0], shape[1], shape[2], shape[3]
    pixels = 1 + rows * columns  # the first stands for the padding
    numbers = array_ops.reshape(math_ops.range(1, pixels, dtype=dtypes.int64), (1, rows, columns, 1))
    attributes = [op.get_attr(name) for name in ("ksizes", "strides", "rates", "padding")]
    sources = gen_array_ops.extract_image_patches(numbers, *attributes)
    shape = array_ops.shape(op.outputs[0], out_type=dtypes.int64)
    rows_out, columns_out = shape[1], shape[2]
    _, height, width, _ = attributes[0]
    count = rows_out * columns_out * height * width
    flat = math_ops.range(count, dtype=dtypes.int64)
    targets = array_ops.reshape(flat, (1, rows_out, columns_out, height * width))
    pairs = [array_ops.expand_dims(sources, axis=-1), array_ops.expand_dims(targets, axis=-1)]
    places = array_ops.reshape(array_ops.concat(pairs, axis=-1), (-1, 2))
    ones = array_ops.ones([count], dtype=grad.dtype)
    whole = sparse_tensor.SparseTensor(places, ones, (pixels, count))
    matrix = sparse_ops.sparse_slice(whole, (1, 0), (pixels - 1, count))
    patches = array_ops.reshape(grad, (batch, rows_out, columns_out, height, width, channels))
    patches = array_ops.transpose(patches, (1, 2, 3, 4, 0, 5))
    patches = array_ops.reshape(patches, (-1, batch * channels))
    summed = sparse_ops.sparse_tensor_dense_matmul(matrix, patches)
    summed = array_ops.reshape(summed, (rows, columns, batch, channels))
    return [array_ops.transpose(summed, (2, 0, 1, 3))]
