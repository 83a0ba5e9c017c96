"""Columns to the input of a network: [batch, sum of the columns' sizes], or [batch, steps, …]."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.embedding_weights import _embeddings_from_arguments
from tfcompat.tf1.contrib.layers.feature_column_ops.checks import (
    _check_forbidden_sequence_columns,
    _check_supported_sequence_columns,
    check_feature_columns,
)
from tfcompat.tf1.contrib.layers.feature_column_ops.transform import _Transformer, in_order, reshape_input


def input_from_feature_columns(
    columns_to_tensors: dict[Any, Any],
    feature_columns: Any,
    weight_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
    cols_to_outs: dict[Any, Any] | None = None,
) -> Any:
    """The columns side by side, in the order of their keys; `cols_to_outs` is given each one's part.

    Raises:
      ValueError: a column cannot be the input of a network.
    """
    return _input_layer(
        columns_to_tensors, feature_columns, weight_collections, trainable, scope, 2, "input_from_feature_columns",
        cols_to_outs,
    )  # fmt: skip


def sequence_input_from_feature_columns(
    columns_to_tensors: dict[Any, Any],
    feature_columns: Any,
    weight_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
) -> Any:
    """The same for sequences, of one-hot, embedding and real-valued columns.

    Raises:
      ValueError: a column is of another kind, or made of one.
    """
    _check_supported_sequence_columns(feature_columns)
    _check_forbidden_sequence_columns(feature_columns)
    return _input_layer(
        columns_to_tensors, feature_columns, weight_collections, trainable, scope, 3,
        "sequence_input_from_feature_columns",
    )  # fmt: skip


def _input_layer(
    columns_to_tensors: dict[Any, Any],
    feature_columns: Any,
    weight_collections: Any,
    trainable: bool,
    scope: Any,
    output_rank: int,
    default_name: str,
    cols_to_outs: dict[Any, Any] | None = None,
) -> Any:
    tensors = dict(columns_to_tensors)
    check_feature_columns(feature_columns)
    if cols_to_outs is not None and not isinstance(cols_to_outs, dict):
        raise ValueError("cols_to_outs must be a dict unless None")
    if weight_collections:
        weight_collections = list({*weight_collections, v1.GraphKeys.GLOBAL_VARIABLES})
    outputs = []
    with v1.variable_scope(scope, default_name=default_name, values=tensors.values()):
        transformer = _Transformer(tensors)
        for column in in_order(feature_columns):
            with v1.variable_scope(None, default_name=column.name, values=tensors.values()):
                tensor = transformer.transform(column)
                if output_rank == 3:
                    fit = functools.partial(reshape_input, column_name=column.name, output_rank=output_rank)
                    tensor = v1.nest.map_structure(fit, tensor)
                outputs.append(_output(column, tensor, weight_collections, trainable, output_rank))
                if cols_to_outs is not None:
                    cols_to_outs[column] = outputs[-1]
        return v1.concat(outputs, output_rank - 1)


def _output(column: Any, tensor: Any, weight_collections: Any, trainable: bool, output_rank: int) -> Any:
    try:
        arguments = column._deep_embedding_lookup_arguments(tensor)
    except NotImplementedError as not_embedded:
        try:
            return column._to_dnn_input_layer(tensor, weight_collections, trainable, output_rank=output_rank)
        except ValueError as error:
            raise ValueError(
                f"Error creating input layer for column: {column.name}.\n{error}, {not_embedded}"
            ) from error
    return _embeddings_from_arguments(column, arguments, weight_collections, trainable, output_rank=output_rank)
