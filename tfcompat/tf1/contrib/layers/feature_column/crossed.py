"""Each combination of the values of several columns, by a hash."""

from __future__ import annotations

import collections
from collections.abc import Iterator
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn, _LinearEmbeddingLookupArguments
from tfcompat.tf1.contrib.layers.feature_column.bucketized import _BucketizedColumn
from tfcompat.tf1.contrib.layers.feature_column.sparse import _SparseColumn
from tfcompat.tf1.contrib.layers.sparse_feature_cross_op import sparse_feature_cross

_Fields = collections.namedtuple(
    "_Fields", "columns hash_bucket_size hash_key combiner ckpt_to_load_from tensor_name_in_ckpt"
)


class _CrossedColumn(_FeatureColumn, core._CategoricalColumn, _Fields):  # type: ignore[misc]
    """The columns stand sorted by name."""

    def __new__(
        cls,
        columns: Any,
        hash_bucket_size: int,
        hash_key: int | None,
        combiner: str = "sum",
        ckpt_to_load_from: str | None = None,
        tensor_name_in_ckpt: str | None = None,
    ) -> Any:
        for column in columns:
            cls._assert_is_crossable(column)
        if len(columns) < 2:
            raise ValueError(f"columns must contain at least 2 elements. columns: {columns}")
        if hash_bucket_size < 2:
            raise ValueError(f"hash_bucket_size must be at least 2. hash_bucket_size: {hash_bucket_size}")
        if (ckpt_to_load_from is None) != (tensor_name_in_ckpt is None):
            raise ValueError("Must specify both `ckpt_to_load_from` and `tensor_name_in_ckpt` or none of them.")
        ordered = tuple(sorted(columns, key=lambda column: column.name))
        return super().__new__(
            cls, ordered, hash_bucket_size, hash_key, combiner, ckpt_to_load_from, tensor_name_in_ckpt
        )

    @staticmethod
    def _assert_is_crossable(column: Any) -> None:
        if not isinstance(column, (_SparseColumn, _CrossedColumn, _BucketizedColumn)):
            raise TypeError(
                "columns must be a set of _SparseColumn, _CrossedColumn, or _BucketizedColumn instances. "
                f"(column {column} is a {type(column).__name__})"
            )

    @property
    def name(self) -> str:
        return "_X_".join(sorted(column.name for column in self.columns))

    @property
    def config(self) -> dict[str, Any]:
        return {name: feature for column in self.columns for name, feature in column.config.items()}

    @property
    def length(self) -> Any:
        return self.hash_bucket_size

    def id_tensor(self, input_tensor: Any) -> Any:
        return input_tensor

    def weight_tensor(self, input_tensor: Any) -> Any:
        return None

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        raise ValueError(f"CrossedColumn is not supported in DNN. Please use embedding_column. column: {self}")

    def _checkpoint_path(self) -> tuple[str, str] | None:
        return None if self.ckpt_to_load_from is None else (self.ckpt_to_load_from, self.tensor_name_in_ckpt)

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return _LinearEmbeddingLookupArguments(input_tensor, None, self.length, v1.zeros_initializer(), self.combiner)

    def _transform_feature(self, inputs: Any) -> Any:
        tensors = []
        for leaf in _leaves(self):
            if isinstance(leaf, _SparseColumn):
                tensors.append(inputs.get(leaf.name))
            else:
                tensors.append(leaf.to_sparse_tensor(inputs.get(leaf)))
        return sparse_feature_cross(
            tensors, hashed_output=True, num_buckets=self.hash_bucket_size, hash_key=self.hash_key, name="cross"
        )

    @property
    def _num_buckets(self) -> Any:
        return self.length

    def _get_sparse_tensors(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return core._CategoricalColumn.IdWeightPair(inputs.get(self), None)


def crossed_column(
    columns: Any,
    hash_bucket_size: int,
    combiner: str = "sum",
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    hash_key: int | None = None,
) -> Any:
    """The combinations of two or more sparse, bucketized or crossed columns; `hash_key` asks for the better hash.

    Raises:
      TypeError: a column is of another kind.
      ValueError: there are fewer than two columns or buckets, or half of a checkpoint.
    """
    return _CrossedColumn(columns, hash_bucket_size, hash_key, combiner, ckpt_to_load_from, tensor_name_in_ckpt)


def _leaves(column: Any) -> Iterator[Any]:
    for each in column.columns:
        if isinstance(each, _CrossedColumn):
            yield from _leaves(each)
        else:
            yield each
