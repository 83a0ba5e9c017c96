"""Numbers by the bucket that they fall into.

Shapes: B examples, D numbers each, K buckets.
"""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.bucketization_op import bucketize
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn, _LinearEmbeddingLookupArguments
from tfcompat.tf1.contrib.layers.feature_column.real_valued import _RealValuedColumn

_Fields = collections.namedtuple("_Fields", "source_column boundaries")


class _BucketizedColumn(_FeatureColumn, core._CategoricalColumn, core._DenseColumn, _Fields):  # type: ignore[misc]
    """Boundaries [a, b] make the buckets below a, from a to below b, and from b."""

    def __new__(cls, source_column: Any, boundaries: Any) -> Any:
        if not isinstance(source_column, _RealValuedColumn):
            raise TypeError(f"source_column must be an instance of _RealValuedColumn. source_column: {source_column}")
        if source_column.dimension is None:
            raise ValueError(f"source_column must have a defined dimension. source_column: {source_column}")
        if not isinstance(boundaries, (list, tuple)) or not boundaries:
            raise ValueError(f"boundaries must be a non-empty list or tuple. boundaries: {boundaries}")
        if list(boundaries) != sorted(boundaries):
            raise ValueError(f"boundaries must be a sorted list. boundaries: {boundaries}")
        return super().__new__(cls, source_column, tuple(dict.fromkeys(boundaries)))

    @property
    def name(self) -> str:
        return f"{self.source_column.name}_bucketized"

    @property
    def length(self) -> Any:
        return len(self.boundaries) + 1

    @property
    def config(self) -> Any:
        return self.source_column.config

    def to_sparse_tensor(self, input_tensor: Any) -> Any:
        """Ids [B, D]: those of the number at place d begin at K times d."""
        dimension = self.source_column.dimension
        batch = v1.shape(input_tensor, name="shape")[0]
        if dimension > 1:
            row = v1.expand_dims(v1.range(0, batch), 1, name="expand_dims")
            rows = v1.reshape(v1.tile(row, [1, dimension], name="tile"), [-1], name="reshape")  # [B D]
            places = v1.tile(v1.range(0, dimension), [batch], name="tile")  # [B D]
            ids = v1.reshape(input_tensor, [-1], name="reshape") + self.length * places
        else:
            rows = v1.range(0, batch)
            places = v1.zeros([batch], dtype=v1.int32, name="zeros")
            ids = v1.reshape(input_tensor, [-1], name="reshape")
        indices = v1.cast(v1.transpose(v1.stack((rows, places))), v1.int64)
        return v1.SparseTensor(indices, ids, v1.cast(v1.stack([batch, dimension]), v1.int64))

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        if output_rank != 2:
            raise ValueError("BucketizedColumn currently only supports output_rank=2")
        places = v1.one_hot(v1.cast(input_tensor, v1.int64), self.length, 1.0, 0.0, name="one_hot")
        return v1.reshape(places, [-1, self._num_buckets], name="reshape")

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return _LinearEmbeddingLookupArguments(
            self.to_sparse_tensor(input_tensor), None, self._num_buckets, v1.zeros_initializer(), "sum"
        )

    def _transform_feature(self, inputs: Any) -> Any:
        return bucketize(inputs.get(self.source_column), boundaries=list(self.boundaries), name="bucketize")

    @property
    def _num_buckets(self) -> Any:
        return self.length * self.source_column.dimension

    def _get_sparse_tensors(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return core._CategoricalColumn.IdWeightPair(self.to_sparse_tensor(inputs.get(self)), None)

    @property
    def _variable_shape(self) -> Any:
        return v1.TensorShape([self._num_buckets])

    def _get_dense_tensor(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return self._to_dnn_input_layer(inputs.get(self), weight_collections, trainable)


def bucketized_column(source_column: Any, boundaries: Any) -> Any:
    """The buckets between sorted `boundaries` that a `real_valued_column`'s numbers fall into.

    Raises:
      TypeError: the source is another kind of column.
      ValueError: there are no boundaries, or they are not sorted.
    """
    return _BucketizedColumn(source_column, boundaries)
