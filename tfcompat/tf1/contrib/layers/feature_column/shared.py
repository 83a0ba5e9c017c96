"""Several sparse columns that are looked up in one embedding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.tf1.contrib.layers.feature_column.embedding import _EmbeddingColumn
from tfcompat.tf1.contrib.layers.feature_column.sparse import _SparseColumn
from tfcompat.tf1.contrib.layers.feature_column.weighted import _WeightedSparseColumn


def shared_embedding_columns(
    sparse_id_columns: Any,
    dimension: int,
    combiner: str = "mean",
    shared_embedding_name: str | None = None,
    initializer: Any = None,
    ckpt_to_load_from: str | None = None,
    tensor_name_in_ckpt: str | None = None,
    max_norm: float | None = None,
    trainable: bool = True,
) -> Any:
    """An embedding column for each, all with one variable; 1.15 gives a list for one column, else a tuple.

    Raises:
      TypeError: not a sequence of sparse or weighted columns.
      ValueError: none, or columns of different vocabularies.
    """
    _check(sparse_id_columns)
    first, *others = sparse_id_columns
    vocabulary = None
    if others:
        weighted = isinstance(first, _WeightedSparseColumn)
        if not all(first.is_compatible(each) if weighted else each.is_compatible(first) for each in others):
            raise ValueError("The input sparse id columns are not compatible.")
        shared_embedding_name = shared_embedding_name or _name(sparse_id_columns)
        vocabulary = first.length
    columns = [
        _EmbeddingColumn(
            each,
            dimension,
            combiner,
            initializer,
            ckpt_to_load_from,
            tensor_name_in_ckpt,
            shared_embedding_name,
            vocabulary,
            max_norm=max_norm,
            trainable=trainable,
        )  # fmt: skip
        for each in sparse_id_columns
    ]
    return tuple(columns) if others else columns


def _check(columns: Any) -> None:
    if not isinstance(columns, Sequence) or isinstance(columns, str):
        raise TypeError(
            f"sparse_id_columns must be a non-string sequence (ex: list or tuple) instead of type {type(columns)}."
        )
    if len(columns) < 1:
        raise ValueError("The input sparse_id_columns should have at least one element.")
    for column in columns:
        if not isinstance(column, (_SparseColumn, _WeightedSparseColumn)):
            raise TypeError(
                f"Elements of sparse_id_columns must be _SparseColumn or _WeightedSparseColumn, but {column} is not."
            )


def _name(columns: Sequence[Any]) -> str:
    """The same whatever the order: the first three names, plain columns before weighted ones."""
    plain = sorted(column for column in columns if isinstance(column, _SparseColumn))
    weighted = sorted((each for each in columns if not isinstance(each, _SparseColumn)), key=lambda each: each.name)
    names = [column.name for column in [*plain, *weighted]]
    others = [f"plus_{len(names) - 3}_others"] if len(names) > 3 else []
    return "_".join([*names[:3], *others, "shared_embedding"])
