"""One place per id: 1 where an example has it, or how often, or its weight."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn
from tfcompat.tf1.contrib.layers.sparse_ops import flatten_inner

_Fields = collections.namedtuple("_Fields", "sparse_id_column")


class _OneHotColumn(_FeatureColumn, core._DenseColumn, _Fields):  # type: ignore[misc]
    @property
    def name(self) -> str:
        return f"{self.sparse_id_column.name}_one_hot"

    @property
    def length(self) -> Any:
        return self.sparse_id_column.length

    @property
    def config(self) -> Any:
        return self.sparse_id_column.config

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        if self.sparse_id_column not in columns_to_tensors:
            self.sparse_id_column.insert_transformed_feature(columns_to_tensors)
        columns_to_tensors[self] = columns_to_tensors[self.sparse_id_column]

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = False, output_rank: int = 2
    ) -> Any:
        """[..., length], of `output_rank` dimensions."""
        ids = flatten_inner(self.sparse_id_column.id_tensor(input_tensor), output_rank)
        weights = self.sparse_id_column.weight_tensor(input_tensor)
        if weights is not None:
            merged = v1.sparse_merge(sp_ids=ids, sp_values=weights, vocab_size=self.length)
            inside = v1.sparse_slice(merged, v1.zeros_like(merged.dense_shape), merged.dense_shape)  # without ids of -1
            dense = v1.sparse_tensor_to_dense(inside)
            return v1.reshape(dense, v1.concat([v1.shape(dense)[:-1], [self.length]], axis=0))
        dense = v1.sparse_tensor_to_dense(ids, default_value=-1)
        places = v1.one_hot(dense, depth=self.length, on_value=1.0, off_value=0.0)
        return v1.reduce_sum(places, axis=[output_rank - 1])

    @property
    def _variable_shape(self) -> Any:
        return v1.TensorShape([self.length])

    def _get_dense_tensor(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return inputs.get(self)

    def _transform_feature(self, inputs: Any) -> Any:
        return self._to_dnn_input_layer(inputs.get(self.sparse_id_column))


def one_hot_column(sparse_id_column: Any) -> Any:
    """The ids of a sparse, weighted or crossed column as a dense vector."""
    return _OneHotColumn(sparse_id_column)
