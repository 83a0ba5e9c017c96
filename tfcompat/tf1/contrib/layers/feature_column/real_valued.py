"""Columns of numbers: a fixed count of them per example, or any."""

from __future__ import annotations

import collections
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as core
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn, reshape_real_valued

_Fields = collections.namedtuple("_Fields", "column_name dimension default_value dtype normalizer")
_VarLenFields = collections.namedtuple("_VarLenFields", "column_name default_value dtype normalizer is_sparse")


class _Numbers(_FeatureColumn):
    """What both kinds share: a name, a normalizer, a tensor of float32."""

    column_name: str
    normalizer: Callable[[Any], Any] | None

    @property
    def name(self) -> str:
        return self.column_name

    @property
    def key(self) -> str:
        return self._key_without_properties(["normalizer"])

    @property
    def normalizer_fn(self) -> Callable[[Any], Any] | None:
        return self.normalizer

    def _normalized_input_tensor(self, input_tensor: Any) -> Any:
        return input_tensor if self.normalizer is None else self.normalizer(input_tensor)

    def _transform_feature(self, inputs: Any) -> Any:
        return v1.cast(self._normalized_input_tensor(inputs.get(self.name)), v1.float32)


class _RealValuedColumn(_Numbers, core._DenseColumn, _Fields):  # type: ignore[misc]
    """Its tensor is [batch, dimension]."""

    def __new__(cls, column_name: str, dimension: int, default_value: Any, dtype: Any, normalizer: Any) -> Any:
        default_value = None if default_value is None else tuple(default_value)
        return super().__new__(cls, column_name, dimension, default_value, dtype, normalizer)

    @property
    def config(self) -> dict[str, Any]:
        default = None if self.default_value is None else list(self.default_value)
        return {self.column_name: v1.FixedLenFeature([self.dimension], self.dtype, default)}

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        if input_tensor.dtype != v1.float32:
            input_tensor = v1.cast(input_tensor, v1.float32)
        return reshape_real_valued(input_tensor, output_rank, self.name)

    def _to_dense_tensor(self, input_tensor: Any) -> Any:
        return input_tensor

    @property
    def _variable_shape(self) -> Any:
        return v1.TensorShape([self.dimension])

    def _get_dense_tensor(self, inputs: Any, weight_collections: Any = None, trainable: Any = None) -> Any:
        return inputs.get(self)


class _RealValuedVarLenColumn(_Numbers, _VarLenFields):  # type: ignore[misc]
    """Its tensor is [batch, longest], padded with the default value; or sparse."""

    @property
    def config(self) -> dict[str, Any]:
        if self.is_sparse:
            return {self.column_name: v1.VarLenFeature(self.dtype)}
        padded = v1.FixedLenSequenceFeature([], self.dtype, allow_missing=True, default_value=self.default_value)
        return {self.column_name: padded}

    def _normalized_input_tensor(self, input_tensor: Any) -> Any:
        if self.normalizer is None or not self.is_sparse:
            return super()._normalized_input_tensor(input_tensor)
        return v1.SparseTensor(input_tensor.indices, self.normalizer(input_tensor.values), input_tensor.dense_shape)

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        return reshape_real_valued(self._to_dense_tensor(input_tensor), output_rank, self.name)

    def _to_dense_tensor(self, input_tensor: Any) -> Any:
        if self.is_sparse:
            raise ValueError(f"Set is_sparse to False if you want a dense Tensor for column_name: {self.name}")
        return input_tensor


def real_valued_column(
    column_name: str,
    dimension: int = 1,
    default_value: Any = None,
    dtype: Any = None,
    normalizer: Callable[[Any], Any] | None = None,
) -> Any:
    """`dimension` numbers per example; `default_value`, one or a list of them, where an example has none.

    Raises:
      TypeError: `dimension` is no integer, or the default value does not go with the dtype.
      ValueError: `dimension` is below 1, the list has another length, or the dtype is no number.
    """
    dtype = v1.float32 if dtype is None else dtype
    if not isinstance(dimension, int):
        advice = "Use the _real_valued_var_len_column for variable length features." if dimension is None else ""
        raise TypeError(f"dimension must be an integer. {advice}dimension: {dimension}, column_name: {column_name}")
    if dimension < 1:
        raise ValueError(f"dimension must be greater than 0. dimension: {dimension}, column_name: {column_name}")
    if not (dtype.is_integer or dtype.is_floating):
        raise ValueError(f"dtype must be convertible to float. dtype: {dtype}, column_name: {column_name}")
    if default_value is not None:
        default_value = _defaults(column_name, dimension, default_value, dtype)
    return _RealValuedColumn(column_name, dimension, default_value, dtype, normalizer)


def _real_valued_var_len_column(
    column_name: str,
    default_value: Any = None,
    dtype: Any = None,
    normalizer: Callable[[Any], Any] | None = None,
    is_sparse: bool = False,
) -> Any:
    """Any count of numbers per example.

    Raises:
      TypeError: the dtype is no number.
      ValueError: there is no default value though the tensor is to be padded, or it is a list.
    """
    dtype = v1.float32 if dtype is None else dtype
    if not (dtype.is_integer or dtype.is_floating):
        raise TypeError(f"dtype must be convertible to float. dtype: {dtype}, column_name: {column_name}")
    if default_value is None and not is_sparse:
        raise ValueError(
            f"default_value must be provided when is_sparse=False to parse a padded Tensor. column_name: {column_name}"
        )
    if isinstance(default_value, list):
        raise ValueError(f"Only scalar default value. default_value: {default_value}, column_name: {column_name}")
    if default_value is not None:
        default_value = int(default_value) if dtype.is_integer else float(default_value)
    return _RealValuedVarLenColumn(column_name, default_value, dtype, normalizer, is_sparse)


def _defaults(name: str, dimension: int, given: Any, dtype: Any) -> list[Any]:
    values = given if isinstance(given, list) else [given] * dimension
    if len(values) != dimension:
        raise ValueError(
            "The length of default_value must be equal to dimension. "
            f"default_value: {given}, dimension: {dimension}, column_name: {name}"
        )
    if all(isinstance(each, int) for each in values) and dtype.is_integer:
        return list(values)
    if all(isinstance(each, (int, float)) for each in values) and dtype.is_floating:
        return [float(each) for each in values]
    raise TypeError(
        f"default_value must be compatible with dtype. default_value: {given}, dtype: {dtype}, column_name: {name}"
    )
