"""Columns to the outputs of a linear model: [batch, num_outputs]."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import tf_slim
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.embedding_ops import safe_embedding_lookup_sparse
from tfcompat.tf1.contrib.layers.feature_column.embedding_weights import (
    _is_variable,
    _maybe_restore_from_checkpoint,
    _parts,
)
from tfcompat.tf1.contrib.layers.feature_column_ops.checks import check_feature_columns
from tfcompat.tf1.contrib.layers.feature_column_ops.transform import _Transformer, in_order, reshape_input


def weighted_sum_from_feature_columns(
    columns_to_tensors: dict[Any, Any],
    feature_columns: Any,
    num_outputs: int,
    weight_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
) -> Any:
    """(sum of the columns' weights plus bias, column -> its variable in parts, bias); all start at zero.

    Raises:
      ValueError: a column cannot be in a linear model.
    """
    tensors = dict(columns_to_tensors)
    check_feature_columns(feature_columns)
    outputs, variables = [], {}
    with v1.variable_scope(scope, default_name="weighted_sum_from_feature_columns", values=tensors.values()):
        transformer = _Transformer(tensors)
        for column in in_order(feature_columns):
            tensor = transformer.transform(column)
            try:
                arguments = column._wide_embedding_lookup_arguments(tensor)
                with v1.variable_scope(None, default_name=column.name, values=tensors.values()):
                    variable, sums = _look_up(arguments, num_outputs, trainable, weight_collections, column.name)
            except NotImplementedError:
                with v1.variable_scope(None, default_name=column.name, values=tensors.values()):
                    dense = reshape_input(column._to_dense_tensor(tensor), column.name, output_rank=2)
                    shape = [dense.get_shape()[1], num_outputs]
                    variable = [_weights("weight", shape, trainable, weight_collections)]
                    sums = v1.matmul(dense, variable[0], name="matmul")
            except ValueError as error:
                raise ValueError(f"Error creating weighted sum for column: {column.name}.\n{error}") from error
            outputs.append(v1.reshape(sums, shape=(-1, num_outputs)))
            variables[column] = variable
            _log(variable)
            _maybe_restore_from_checkpoint(column._checkpoint_path(), variable)
        sums, bias = _with_bias(v1.add_n(outputs), num_outputs, trainable, weight_collections)
        return sums, variables, bias


def joint_weighted_sum_from_feature_columns(
    columns_to_tensors: dict[Any, Any],
    feature_columns: Any,
    num_outputs: int,
    weight_collections: Any = None,
    trainable: bool = True,
    scope: Any = None,
) -> Any:
    """(sum of the columns' weights plus bias, the one variable in parts, bias), for sparse columns without weights.

    Raises:
      NotImplementedError: a column is dense.
      AssertionError: a column is weighted, or not summed; or there is none.
    """
    tensors = dict(columns_to_tensors)
    check_feature_columns(feature_columns)
    with v1.variable_scope(scope, default_name="joint_weighted_sum_from_feature_columns", values=tensors.values()):
        transformer = _Transformer(tensors)
        each = []
        for column in in_order(feature_columns):
            tensor = transformer.transform(column)
            try:
                each.append(column._wide_embedding_lookup_arguments(tensor))
            except NotImplementedError:
                raise NotImplementedError(
                    "Real-valued columns are not supported. Use weighted_sum_from_feature_columns instead, or "
                    "bucketize these columns."
                ) from None
        joint = _joint(each)
        with v1.variable_scope(None, default_name="linear_weights", values=tensors.values()):
            variable, sums = _look_up(joint, num_outputs, trainable, weight_collections, "")
        sums, bias = _with_bias(sums, num_outputs, trainable, weight_collections)
        return sums, variable, bias


def _joint(each: list[Any]) -> Any:
    """One lookup for all: the ids of each column begin where those of the one before it end."""
    instead = "are not supported for joint sums. Please use weighted_sum_from_feature_columns instead."
    if not each:
        raise AssertionError("At least one column must be in the model.")
    size, parts = 0, []
    for arguments in each:
        if arguments.weight_tensor is not None:
            raise AssertionError(f"Weighted sparse columns {instead}")
        if arguments.combiner != "sum":
            raise AssertionError(f"Combiners other than sum {instead}")
        ids = arguments.input_tensor
        parts.append(v1.SparseTensor(ids.indices, ids.values + size, ids.dense_shape))
        size += arguments.vocab_size
    return each[0]._replace(
        input_tensor=v1.sparse_concat(1, parts), vocab_size=size, initializer=v1.zeros_initializer(), combiner="sum"
    )


def _look_up(arguments: Any, num_outputs: int, trainable: bool, collections: Any, name: str) -> tuple[list[Any], Any]:
    shape = [arguments.vocab_size, num_outputs]
    variable = _parts(_weights("weights", shape, trainable, collections, arguments.initializer))
    sums = safe_embedding_lookup_sparse(
        variable,
        arguments.input_tensor,
        sparse_weights=arguments.weight_tensor,
        combiner=arguments.combiner,
        name=name + "_weights",
    )
    return variable, sums


def _weights(name: str, shape: Any, trainable: bool, collections: Any, initializer: Any = None) -> Any:
    return tf_slim.load("ops.variables").model_variable(
        name=name,
        shape=shape,
        dtype=v1.float32,
        initializer=initializer or v1.zeros_initializer(),
        trainable=trainable,
        collections=collections,
    )


def _with_bias(sums: Any, num_outputs: int, trainable: bool, collections: Any) -> tuple[Any, Any]:
    if collections:
        collections = list({*collections, v1.GraphKeys.GLOBAL_VARIABLES})
    bias = _weights("bias_weight", [num_outputs], trainable, collections)
    _log([bias])
    return v1.nn.bias_add(sums, bias), bias


def _log(variables: list[Any]) -> None:
    for variable in variables:
        if _is_variable(variable):
            v1.logging.info("Created variable %s, with device=%s", variable.name, variable.device)
