"""`tf.parse_single_example` is one op of that name; TensorFlow 2 makes it from the one for a batch."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import (
    array_ops,
    constant_op,
    context,
    dtypes,
    gen_parsing_ops,
    ops,
    parsing_config,
    parsing_ops,
    sparse_tensor,
    tensor_lib,
    tensor_shape,
)
from tfcompat.backend.replace import replaces

_KINDS = ("VarLenFeature", "SparseFeature", "FixedLenFeature", "FixedLenSequenceFeature")


@replaces("tensorflow.python.ops.parsing_ops.parse_single_example_v2")
def parse_single_example(
    original: Callable[..., Any], serialized: Any, features: Any, example_names: Any = None, name: str | None = None
) -> Any:
    kinds = tuple(getattr(parsing_config, kind) for kind in _KINDS)
    if (
        context.executing_eagerly()
        or not features
        or example_names is not None
        or not all(isinstance(feature, kinds) for feature in features.values())
    ):
        return original(serialized, features, example_names, name)
    features = parsing_ops._prepend_none_dimension(features)
    given = parsing_config._ParseOpParams.from_features(features, list(kinds))
    shapes = [tensor_shape.as_shape(shape) for shape in given.dense_shapes]
    with ops.name_scope(name, "ParseSingleExample", [serialized]):
        serialized = ops.convert_to_tensor(serialized, name="serialized")
        defaults = [
            _default(key, given.dense_defaults.get(key), dtype, shape)
            for key, dtype, shape in zip(given.dense_keys, given.dense_types, shapes, strict=True)
        ]
        indices, values, sizes, dense = gen_parsing_ops.parse_single_example(
            serialized=serialized,
            dense_defaults=defaults,
            num_sparse=len(given.sparse_keys),
            sparse_keys=given.sparse_keys,
            sparse_types=given.sparse_types,
            dense_keys=given.dense_keys,
            dense_shapes=[shape.as_proto() for shape in shapes],
            name=name,
        )
        sparse = [sparse_tensor.SparseTensor(*parts) for parts in zip(indices, values, sizes, strict=True)]
    parsed = dict(zip([*given.sparse_keys, *given.dense_keys], [*sparse, *dense], strict=True))
    return parsing_config._construct_tensors_for_composite_features(features, parsed)


def _default(key: str, value: Any, dtype: Any, shape: Any) -> Any:
    """A dense feature's default as the op takes it: nothing, a scalar that pads, or the feature's shape."""
    word = re.sub("[^A-Za-z0-9_.\\-/]", "_", key)
    if shape.ndims and shape.dims[0].value is None:
        if value is None:
            return ops.convert_to_tensor("" if dtype == dtypes.string else 0, dtype=dtype)
        return array_ops.reshape(ops.convert_to_tensor(value, dtype=dtype, name=f"padding_{word}"), [])
    if value is None:
        return constant_op.constant([], dtype=dtype)
    if isinstance(value, tensor_lib.Tensor):
        return value
    return array_ops.reshape(ops.convert_to_tensor(value, dtype=dtype, name=f"key_{word}"), shape)
