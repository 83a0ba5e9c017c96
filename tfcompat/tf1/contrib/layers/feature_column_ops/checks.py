"""What a set of feature columns may be."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.layers.feature_column.bucketized import _BucketizedColumn
from tfcompat.tf1.contrib.layers.feature_column.crossed import _CrossedColumn
from tfcompat.tf1.contrib.layers.feature_column.embedding import _EmbeddingColumn, _ScatteredEmbeddingColumn
from tfcompat.tf1.contrib.layers.feature_column.one_hot import _OneHotColumn
from tfcompat.tf1.contrib.layers.feature_column.real_valued import _RealValuedColumn, _RealValuedVarLenColumn
from tfcompat.tf1.contrib.layers.feature_column.weighted import _WeightedSparseColumn

_OF_SEQUENCES = (_OneHotColumn, _EmbeddingColumn, _RealValuedColumn, _RealValuedVarLenColumn)
_NOT_OF_SEQUENCES = (_ScatteredEmbeddingColumn, _BucketizedColumn, _CrossedColumn)


def check_feature_columns(feature_columns: Any) -> None:
    """
    Raises:
      ValueError: the columns are a dictionary, or two have one key.
    """
    if isinstance(feature_columns, dict):
        raise ValueError("Expected feature_columns to be iterable, found dict.")
    seen = set()
    for column in feature_columns:
        key = column.key
        if key in seen:
            raise ValueError(
                f"Duplicate feature column key found for column: {column.name}. This usually means that the column is "
                "almost identical to another column, and one must be discarded."
            )
        seen.add(key)


def _check_supported_sequence_columns(feature_columns: Any) -> None:
    for column in feature_columns:
        if not isinstance(column, _OF_SEQUENCES):
            raise ValueError(
                f"FeatureColumn type {type(column).__name__} is not currently supported for sequence data."
            )


def _check_forbidden_sequence_columns(feature_columns: Any) -> None:
    for column in _gather_feature_columns(feature_columns):
        if isinstance(column, _NOT_OF_SEQUENCES):
            raise ValueError(
                f"Column {column.name} is of type {type(column).__name__}, "
                "which is not currently supported for sequences."
            )


def _gather_feature_columns(feature_columns: Any) -> list[Any]:
    """The columns and all that they are made of."""
    gathered = list(feature_columns)
    for column in gathered:  # grows meanwhile
        gathered += [parent for parent in _get_parent_columns(column) if parent not in gathered]
    return gathered


def _get_parent_columns(feature_column: Any) -> tuple[Any, ...]:
    """The columns that a column is made of directly."""
    if isinstance(feature_column, (_WeightedSparseColumn, _OneHotColumn, _EmbeddingColumn)):
        return (feature_column.sparse_id_column,)
    if isinstance(feature_column, _BucketizedColumn):
        return (feature_column.source_column,)
    if isinstance(feature_column, _CrossedColumn):
        return tuple(feature_column.columns)
    return ()
