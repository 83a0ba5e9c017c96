"""Categorical columns of sequences: the ids of each step, to be wrapped in an embedding or indicator column."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as fc
from tfcompat.backend.v1api import v1


def sequence_categorical_column_with_identity(key: str, num_buckets: int, default_value: Any = None) -> Any:
    """Ids as they are, from 0 to `num_buckets - 1`; others become `default_value`, or an error."""
    return fc._SequenceCategoricalColumn(
        fc._categorical_column_with_identity(key=key, num_buckets=num_buckets, default_value=default_value)
    )


def sequence_categorical_column_with_hash_bucket(key: str, hash_bucket_size: int, dtype: Any = None) -> Any:
    """Strings or integers by their hash."""
    dtype = v1.string if dtype is None else dtype
    return fc._SequenceCategoricalColumn(
        fc._categorical_column_with_hash_bucket(key=key, hash_bucket_size=hash_bucket_size, dtype=dtype)
    )


def sequence_categorical_column_with_vocabulary_file(
    key: str,
    vocabulary_file: str,
    vocabulary_size: int | None = None,
    num_oov_buckets: int = 0,
    default_value: Any = None,
    dtype: Any = None,
) -> Any:
    """Strings or integers by their line in a file."""
    return fc._SequenceCategoricalColumn(
        fc._categorical_column_with_vocabulary_file(
            key=key,
            vocabulary_file=vocabulary_file,
            vocabulary_size=vocabulary_size,
            num_oov_buckets=num_oov_buckets,
            default_value=default_value,
            dtype=v1.string if dtype is None else dtype,
        )
    )


def sequence_categorical_column_with_vocabulary_list(
    key: str, vocabulary_list: Any, dtype: Any = None, default_value: int = -1, num_oov_buckets: int = 0
) -> Any:
    """Strings or integers by their place in a list."""
    return fc._SequenceCategoricalColumn(
        fc._categorical_column_with_vocabulary_list(
            key=key,
            vocabulary_list=vocabulary_list,
            dtype=dtype,
            default_value=default_value,
            num_oov_buckets=num_oov_buckets,
        )
    )
