"""`sequence_input_layer`, and `concatenate_context_input`, which 1.15 kept beside it."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_feature_columns import feature_column as fc
from tfcompat.backend.v1api import v1


def sequence_input_layer(
    features: Any, feature_columns: Any, weight_collections: Any = None, trainable: bool = True
) -> tuple[Any, Any]:
    """The columns' values side by side, float32 `[batch, steps, size]`, and the lengths, `[batch]`.

    Columns stand in the order of their names; all must give the same lengths.
    """
    columns = fc._normalize_feature_columns(feature_columns)
    for column in columns:
        if not isinstance(column, fc._SequenceDenseColumn):
            raise ValueError(
                "All feature_columns must be of type _SequenceDenseColumn. You can wrap a sequence_categorical_column "
                f"with an embedding_column or indicator_column. Given (type {type(column)}): {column}"
            )
    ordered = sorted(columns, key=lambda column: column.name)
    with v1.variable_scope(None, default_name="sequence_input_layer", values=features.values()):
        builder = fc._LazyBuilder(features)
        outputs, lengths = [], []
        for column in ordered:
            with v1.variable_scope(None, default_name=column._var_scope_name):
                dense, length = column._get_sequence_dense_tensor(
                    builder, weight_collections=weight_collections, trainable=trainable
                )
                shape = v1.shape(dense)
                size = column._variable_shape.num_elements()
                outputs.append(v1.reshape(dense, shape=[shape[0], shape[1], size]))
                lengths.append(length)
        fc._verify_static_batch_size_equality(outputs, ordered)
        fc._verify_static_batch_size_equality(lengths, ordered)
        return v1.concat(outputs, -1), _all_equal(lengths)


def concatenate_context_input(context_input: Any, sequence_input: Any) -> Any:
    """`sequence_input`, `[batch, steps, a]`, with `context_input`, `[batch, b]`, repeated behind each step."""
    checks = []
    for value, rank, name in ((sequence_input, 3, "sequence_input"), (context_input, 2, "context_input")):
        checks.append(v1.assert_rank(value, rank, message=f"{name} must have rank {rank}", data=[v1.shape(value)]))
        message = f"{name} must have dtype float32; got {value.dtype}."
        checks.append(v1.assert_type(value, v1.float32, message=message))
    with v1.control_dependencies(checks):
        steps = v1.shape(sequence_input)[1]
        repeated = v1.tile(v1.expand_dims(context_input, 1), v1.concat([[1], [steps], [1]], 0))
    return v1.concat([sequence_input, repeated], 2)


def _all_equal(tensors: list[Any], name: str | None = None) -> Any:
    with v1.name_scope(name, "assert_all_equal", values=tensors):
        if len(tensors) == 1:
            return tensors[0]
        with v1.control_dependencies([v1.assert_equal(tensors[0], each) for each in tensors[1:]]):
            return v1.identity(tensors[0])
