"""A column made by a series of a `tf.contrib.learn` data frame."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn, reshape_real_valued

_Fields = collections.namedtuple("_Fields", "column_name series")


class DataFrameColumn(_FeatureColumn, _Fields):  # type: ignore[misc]
    """`series` names the base features it needs and builds the column's tensor from them."""

    @property
    def name(self) -> Any:
        return self.column_name

    @property
    def config(self) -> Any:
        return self.series.required_base_features()

    @property
    def key(self) -> str:
        return self.name

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        columns_to_tensors[self] = self.series.build(columns_to_tensors)

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        if input_tensor.dtype != v1.float32:
            input_tensor = v1.cast(input_tensor, v1.float32)
        return reshape_real_valued(input_tensor, output_rank, self.name)

    def _to_dense_tensor(self, input_tensor: Any) -> Any:
        return self._to_dnn_input_layer(input_tensor)
