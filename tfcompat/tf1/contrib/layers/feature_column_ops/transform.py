"""Features to the tensors of columns, each made once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import wrong_rank
from tfcompat.tf1.contrib.layers.feature_column.parsing import (
    _create_sequence_feature_spec_for_parsing,
    create_feature_spec_for_parsing,
)
from tfcompat.tf1.contrib.layers.feature_column.real_valued import real_valued_column
from tfcompat.tf1.contrib.layers.feature_column_ops.checks import check_feature_columns
from tfcompat.tf1.contrib.layers.sparse_ops import flatten_inner


class _Transformer:
    """Puts columns' tensors into a mapping that has the base features by their names."""

    def __init__(self, columns_to_tensors: dict[Any, Any]) -> None:
        self._columns_to_tensors = columns_to_tensors

    def transform(self, feature_column: Any) -> Any:
        """
        Raises:
          ValueError: the column does not know how it is made.
        """
        if feature_column not in self._columns_to_tensors:
            feature_column.insert_transformed_feature(self._columns_to_tensors)
        if feature_column not in self._columns_to_tensors:
            raise ValueError(f"Column {feature_column.name} is not supported.")
        return self._columns_to_tensors[feature_column]


def in_order(feature_columns: Any) -> Iterable[Any]:
    """The order in which a model's columns make their variables."""
    return sorted(set(feature_columns), key=lambda column: column.key)


def transform_features(features: dict[Any, Any], feature_columns: Any) -> dict[Any, Any]:
    """Column -> its tensor."""
    tensors = dict(features)
    check_feature_columns(feature_columns)
    transformer = _Transformer(tensors)
    for column in in_order(feature_columns):
        transformer.transform(column)
    return {key: tensor for key, tensor in tensors.items() if key in feature_columns}


def parse_feature_columns_from_examples(
    serialized: Any, feature_columns: Any, name: str | None = None, example_names: Any = None
) -> dict[Any, Any]:
    """The features of serialized `tf.Example`s by name, and the tensors of the columns by column."""
    check_feature_columns(feature_columns)
    tensors = v1.parse_example(
        serialized=serialized,
        features=create_feature_spec_for_parsing(feature_columns),
        name=name,
        example_names=example_names,
    )
    transformer = _Transformer(tensors)
    for column in in_order(feature_columns):
        transformer.transform(column)
    return tensors


def parse_feature_columns_from_sequence_examples(
    serialized: Any,
    context_feature_columns: Any,
    sequence_feature_columns: Any,
    name: str | None = None,
    example_name: Any = None,
) -> Any:
    """(features of the whole, features of each step) of one serialized `tf.SequenceExample`.

    Raises:
      ValueError: more than one example.
    """
    try:
        serialized = v1.reshape(serialized, [])
    except ValueError as error:
        raise ValueError(
            "serialized must contain as single sequence example. Batching must be done after parsing for sequence "
            f"examples. Error: {error}"
        ) from error
    context_feature_columns = context_feature_columns or []
    sequence_feature_columns = sequence_feature_columns or []
    check_feature_columns(context_feature_columns)
    check_feature_columns(sequence_feature_columns)
    return v1.parse_single_sequence_example(
        serialized,
        create_feature_spec_for_parsing(context_feature_columns),
        _create_sequence_feature_spec_for_parsing(sequence_feature_columns),
        example_name,
        name,
    )


def infer_real_valued_columns(features: Any) -> list[Any]:
    """A `real_valued_column` for each of the dense numeric tensors, in a dictionary or one alone.

    Raises:
      ValueError: a tensor is sparse, or of no number.
    """
    named = features if isinstance(features, dict) else {"": features}
    return [_real_valued(name, tensor) for name, tensor in named.items()]


def reshape_input(tensor: Any, column_name: str, output_rank: int) -> Any:
    """A dense or sparse tensor with `output_rank` dimensions: one more at the end, or the inner ones as one.

    Raises:
      ValueError: the rank is unknown, or more than one dimension is missing.
    """
    sparse = isinstance(tensor, v1.SparseTensor)
    rank = tensor.get_shape().ndims
    if rank is None and sparse:
        rank = tensor.dense_shape.get_shape().as_list()[0]
    if rank is None:
        raise ValueError(f"Error while processing column {column_name}. Rank of input Tensor can not be None.")
    if output_rank > rank + 1:
        raise ValueError(f"Error while processing column {column_name}. {wrong_rank(rank, output_rank)}")
    if output_rank == rank + 1:
        if sparse:
            return v1.sparse_reshape(tensor, v1.concat([tensor.dense_shape, [1]], 0))
        return v1.expand_dims(tensor, -1)
    return flatten_inner(tensor, output_rank) if output_rank < rank else tensor


def _real_valued(name: str, tensor: Any) -> Any:
    if isinstance(tensor, v1.SparseTensor):
        raise ValueError(
            "SparseTensor is not supported for auto detection. Please define corresponding FeatureColumn for tensor "
            f"{name} {tensor}."
        )
    if not (tensor.dtype.is_integer or tensor.dtype.is_floating):
        raise ValueError(
            "Non integer or non floating types are not supported for auto detection. Please define corresponding "
            f"FeatureColumn for tensor {name} {tensor}."
        )
    dimension = 1
    for size in tensor.get_shape().as_list()[1:]:
        dimension *= size
    return real_valued_column(name, dimension=dimension, dtype=tensor.dtype)
