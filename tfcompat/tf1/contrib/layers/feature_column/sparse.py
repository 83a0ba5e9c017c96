"""Sparse (categorical) columns: values to ids, by themselves, by a hash, or by a vocabulary."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.internals_lookup import lookup_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import (
    _FeatureColumn,
    _LinearEmbeddingLookupArguments,
    reshape_real_valued,
)
from tfcompat.tf1.contrib.layers.sparse_ops import dense_to_sparse_tensor

_SparseIdLookupConfig = collections.namedtuple(
    "_SparseIdLookupConfig",
    "vocabulary_file keys num_oov_buckets vocab_size default_value",
    defaults=(None, None, 0, None, -1),
)
_Fields = collections.namedtuple("_Fields", "column_name is_integerized bucket_size lookup_config combiner dtype")


class _SparseColumn(_FeatureColumn, core._CategoricalColumn, _Fields):  # type: ignore[misc]
    """A categorical column; what a value's id is says the kind of column below.

    Raises:
      ValueError: not exactly one of `bucket_size` and `lookup_config` is given, or it does not go with the dtype.
      TypeError: `lookup_config` is something else.
    """

    def __new__(
        cls,
        column_name: str,
        is_integerized: bool = False,
        bucket_size: int | None = None,
        lookup_config: Any = None,
        combiner: str = "sum",
        dtype: Any = None,
    ) -> Any:
        dtype = v1.string if dtype is None else dtype
        _check(column_name, is_integerized, bucket_size, lookup_config, dtype)
        return super().__new__(cls, column_name, is_integerized, bucket_size, lookup_config, combiner, dtype)

    @property
    def name(self) -> Any:
        return self.column_name

    @property
    def length(self) -> Any:
        """How many ids there are."""
        if self.bucket_size is not None:
            return self.bucket_size
        return self.lookup_config.vocab_size + self.lookup_config.num_oov_buckets

    @property
    def config(self) -> dict[str, Any]:
        return {self.column_name: v1.VarLenFeature(self.dtype)}

    def id_tensor(self, input_tensor: Any) -> Any:
        return input_tensor

    def weight_tensor(self, input_tensor: Any) -> Any:
        return None

    def is_compatible(self, other_column: Any) -> Any:
        """Whether both columns can share an embedding."""
        if self.lookup_config and other_column.lookup_config:
            return self.lookup_config == other_column.lookup_config
        integers = self.dtype.is_integer and other_column.dtype.is_integer
        compatible = self.length == other_column.length and (self.dtype == other_column.dtype or integers)
        if compatible:
            v1.logging.warn(f"Column {self.name} and {other_column.name} may not have the same vocabulary.")
        return compatible

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        raise ValueError(
            f"SparseColumn is not supported in DNN. Please use embedding_column or one_hot_column. column: {self}"
        )

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        return _LinearEmbeddingLookupArguments(
            self.id_tensor(input_tensor),
            self.weight_tensor(input_tensor),
            self.length,
            v1.zeros_initializer(),
            self.combiner,
        )

    def _transform_feature(self, inputs: Any) -> Any:
        values = inputs.get(self.name)
        if not isinstance(values, v1.SparseTensor):
            # 0 may be a value, so -1 stands for none.
            ignored = "" if values.dtype == v1.string else -1
            values = dense_to_sparse_tensor(reshape_real_valued(values, 2, self.name), ignore_value=ignored)
        return self._do_transform(values)

    def _do_transform(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"Transform is not implemented for {self}.")

    @property
    def _num_buckets(self) -> Any:
        return self.length

    def _get_sparse_tensors(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return core._CategoricalColumn.IdWeightPair(inputs.get(self), None)


class _SparseColumnIntegerized(_SparseColumn):
    def _do_transform(self, input_tensor: Any) -> Any:
        return _with_values(input_tensor, v1.mod(input_tensor.values, self.bucket_size, name="mod"))


class _SparseColumnHashed(_SparseColumn):
    def __new__(
        cls,
        column_name: str,
        is_integerized: bool = False,
        bucket_size: int | None = None,
        lookup_config: Any = None,
        combiner: str = "sum",
        dtype: Any = None,
        hash_keys: Any = None,
    ) -> Any:
        if hash_keys is not None:
            if not isinstance(hash_keys, list) or not hash_keys:
                raise ValueError("hash_keys must be a non-empty list.")
            if not all(_is_key(pair) for pair in hash_keys):
                raise ValueError("Each element of hash_keys must be a pair of integers.")
        column = super().__new__(cls, column_name, is_integerized, bucket_size, lookup_config, combiner, dtype)
        column.hash_keys = hash_keys
        return column

    def _do_transform(self, input_tensor: Any) -> Any:
        texts = v1.as_string(input_tensor.values) if self.dtype.is_integer else input_tensor.values
        if not self.hash_keys:
            return _with_values(input_tensor, v1.string_to_hash_bucket_fast(texts, self.bucket_size, name="lookup"))
        each = [
            _with_values(input_tensor, v1.string_to_hash_bucket_strong(texts, self.bucket_size, key))
            for key in self.hash_keys
        ]
        return v1.sparse_concat(axis=1, sp_inputs=each, name="lookup")


class _SparseColumnKeys(_SparseColumn):
    def _do_transform(self, input_tensor: Any) -> Any:
        table = lookup_ops.index_table_from_tensor(
            vocabulary_list=tuple(self.lookup_config.keys),
            default_value=self.lookup_config.default_value,
            dtype=self.dtype,
            name="lookup",
        )
        return table.lookup(input_tensor)


class _SparseColumnVocabulary(_SparseColumn):
    def _do_transform(self, input_tensor: Any) -> Any:
        if self.dtype.is_integer:
            input_tensor = _with_values(input_tensor, v1.as_string(input_tensor.values))
        table = lookup_ops.index_table_from_file(
            vocabulary_file=self.lookup_config.vocabulary_file,
            num_oov_buckets=self.lookup_config.num_oov_buckets,
            vocab_size=self.lookup_config.vocab_size,
            default_value=self.lookup_config.default_value,
            name=self.name + "_lookup",
        )
        return table.lookup(input_tensor)


def sparse_column_with_integerized_feature(
    column_name: str, bucket_size: int, combiner: str = "sum", dtype: Any = None
) -> Any:
    """Integers that are ids already, from 0 to `bucket_size - 1`."""
    dtype = v1.int64 if dtype is None else dtype
    return _SparseColumnIntegerized(column_name, True, bucket_size, combiner=combiner, dtype=dtype)


def sparse_column_with_hash_bucket(
    column_name: str, hash_bucket_size: int, combiner: str = "sum", dtype: Any = None, hash_keys: Any = None
) -> Any:
    """Strings or integers by a hash; each pair of integers in `hash_keys` gives one id more, by a stronger hash."""
    return _SparseColumnHashed(
        column_name, bucket_size=hash_bucket_size, combiner=combiner, dtype=dtype, hash_keys=hash_keys
    )


def sparse_column_with_keys(
    column_name: str, keys: Any, default_value: int = -1, combiner: str = "sum", dtype: Any = None
) -> Any:
    """Strings or integers by their place in `keys`; others have the id `default_value`."""
    keys = tuple(keys)
    config = _SparseIdLookupConfig(keys=keys, vocab_size=len(keys), default_value=default_value)
    return _SparseColumnKeys(column_name, lookup_config=config, combiner=combiner, dtype=dtype)


def sparse_column_with_vocabulary_file(
    column_name: str,
    vocabulary_file: str,
    num_oov_buckets: int = 0,
    vocab_size: int | None = None,
    default_value: int = -1,
    combiner: str = "sum",
    dtype: Any = None,
) -> Any:
    """Strings or integers by their line in a file; others by a hash into the buckets after it, or `default_value`.

    Raises:
      ValueError: `vocab_size` is not given.
    """
    if vocab_size is None:
        raise ValueError(f"vocab_size should be defined. column_name: {column_name}")
    config = _SparseIdLookupConfig(vocabulary_file, None, num_oov_buckets, vocab_size, default_value)
    return _SparseColumnVocabulary(column_name, lookup_config=config, combiner=combiner, dtype=dtype)


def _with_values(sparse: Any, values: Any) -> Any:
    return v1.SparseTensor(sparse.indices, values, sparse.dense_shape)


def _is_key(pair: Any) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(each, int) for each in pair)


def _check(name: str, is_integerized: bool, bucket_size: int | None, lookup_config: Any, dtype: Any) -> None:
    def refuse(expected: str) -> None:
        raise ValueError(f"{expected} column_name: {name}")

    if is_integerized and bucket_size is None:
        refuse("bucket_size must be set if is_integerized is True.")
    if is_integerized and not dtype.is_integer:
        refuse(f"dtype must be an integer if is_integerized is True. dtype: {dtype},")
    if dtype != v1.string and not dtype.is_integer:
        refuse(f"dtype must be string or integer. dtype: {dtype},")
    if bucket_size is None and lookup_config is None:
        refuse("one of bucket_size or lookup_config must be set.")
    if bucket_size is not None and lookup_config:
        refuse("one and only one of bucket_size or lookup_config must be set.")
    if bucket_size is not None and bucket_size < 1:
        refuse(f"bucket_size must be at least 1. bucket_size: {bucket_size},")
    if lookup_config and not isinstance(lookup_config, _SparseIdLookupConfig):
        raise TypeError(
            "lookup_config must be an instance of _SparseIdLookupConfig. "
            f"Given one is in type {type(lookup_config)} for column_name {name}"
        )
    if lookup_config and lookup_config.vocabulary_file and lookup_config.vocab_size is None:
        refuse("vocab_size must be defined.")
