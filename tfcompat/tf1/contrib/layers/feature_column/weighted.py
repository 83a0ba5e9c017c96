"""A sparse column whose ids have weights, which another feature gives."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn, _LinearEmbeddingLookupArguments
from tfcompat.tf1.contrib.layers.sparse_ops import dense_to_sparse_tensor

_Fields = collections.namedtuple("_Fields", "sparse_id_column weight_column_name dtype")


class _WeightedSparseColumn(_FeatureColumn, core._CategoricalColumn, _Fields):  # type: ignore[misc]
    """Its tensor is the pair (ids, weights), both sparse and of one shape."""

    @property
    def name(self) -> str:
        return f"{self.sparse_id_column.name}_weighted_by_{self.weight_column_name}"

    @property
    def length(self) -> Any:
        return self.sparse_id_column.length

    @property
    def config(self) -> dict[str, Any]:
        return {**self.sparse_id_column.config, self.weight_column_name: v1.VarLenFeature(self.dtype)}

    @property
    def lookup_config(self) -> Any:
        return self.sparse_id_column.lookup_config

    def id_tensor(self, input_tensor: Any) -> Any:
        return input_tensor[0]

    def weight_tensor(self, input_tensor: Any) -> Any:
        return input_tensor[1]

    def is_compatible(self, other_column: Any) -> Any:
        """Whether both columns can share an embedding."""
        other = other_column.sparse_id_column if isinstance(other_column, _WeightedSparseColumn) else other_column
        return self.sparse_id_column.is_compatible(other)

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        raise ValueError(
            "WeightedSparseColumn is not supported in DNN. Please use embedding_column or one_hot_column. "
            f"column: {self}"
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        ids, weights = input_tensor
        return _LinearEmbeddingLookupArguments(
            ids, weights, self.length, v1.zeros_initializer(), self.sparse_id_column.combiner
        )

    def _transform_feature(self, inputs: Any) -> Any:
        ids = inputs.get(self.sparse_id_column)
        weights = inputs.get(self.weight_column_name)
        if not isinstance(weights, v1.SparseTensor):
            weights = dense_to_sparse_tensor(weights)
        if not self.dtype.is_floating:
            weights = v1.cast(weights, v1.float32)
        return ids, weights

    @property
    def _num_buckets(self) -> Any:
        return self.length

    def _get_sparse_tensors(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return core._CategoricalColumn.IdWeightPair(*inputs.get(self))


def weighted_sparse_column(sparse_id_column: Any, weight_column_name: str, dtype: Any = None) -> Any:
    """Ids of `sparse_id_column`, each with the number that the feature `weight_column_name` has in its place.

    Raises:
      ValueError: the dtype is no number.
    """
    dtype = v1.float32 if dtype is None else dtype
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(f"dtype is not convertible to float. Given {dtype}")
    return _WeightedSparseColumn(sparse_id_column, weight_column_name, dtype)
