"""`sequence_numeric_column`: numbers of each step."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as fc
from tfcompat.backend.internals_feature_columns import feature_column_utils
from tfcompat.backend.v1api import v1

_Dense: Any = fc._SequenceDenseColumn
_Fields: Any = collections.namedtuple("_Fields", ["key", "shape", "default_value", "dtype", "normalizer_fn"])


def sequence_numeric_column(
    key: str,
    shape: Any = (1,),
    default_value: float = 0.0,
    dtype: Any = None,
    normalizer_fn: Any = None,
) -> Any:
    """A column of numbers, `shape` of them a step; `default_value` fills shorter sequences up."""
    dtype = v1.float32 if dtype is None else dtype
    shape = fc._check_shape(shape=shape, key=key)
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(f"dtype must be convertible to float. dtype: {dtype}, key: {key}")
    if normalizer_fn is not None and not callable(normalizer_fn):
        raise TypeError(f"normalizer_fn must be a callable. Given: {normalizer_fn}")
    return _SequenceNumericColumn(key, shape, default_value, dtype, normalizer_fn)


class _SequenceNumericColumn(_Dense, _Fields):
    """See `sequence_numeric_column`."""

    @property
    def name(self) -> str:
        return str(self.key)

    @property
    def _parse_example_spec(self) -> dict[str, Any]:
        return {self.key: v1.VarLenFeature(self.dtype)}

    def _transform_feature(self, inputs: Any) -> Any:
        tensor = inputs.get(self.key)
        return tensor if self.normalizer_fn is None else self.normalizer_fn(tensor)

    @property
    def _variable_shape(self) -> Any:
        return v1.TensorShape(self.shape)

    def _get_sequence_dense_tensor(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        """The numbers, `[batch, steps] + shape`, and the lengths, int64 `[batch]`."""
        sparse = inputs.get(self)
        dense = v1.sparse.to_dense(sparse, default_value=self.default_value)
        steps = v1.concat([v1.shape(dense)[:1], [-1], self._variable_shape], axis=0)
        dense = v1.reshape(dense, shape=steps)
        # Steps of several numbers lie end to end in two dimensions; in three, the second is the step.
        elements = self._variable_shape.num_elements() if sparse.shape.ndims == 2 else 1
        lengths = feature_column_utils.sequence_length_from_sparse_tensor(sparse, num_elements=elements)
        return _Dense.TensorSequenceLengthPair(dense_tensor=dense, sequence_length=lengths)
