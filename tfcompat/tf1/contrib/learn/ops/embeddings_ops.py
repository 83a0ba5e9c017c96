"""Rows of a table for ids of any shape."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def embedding_lookup(params: Any, ids: Any, name: str = "embedding_lookup") -> Any:
    """The rows [*ids, *row] of a table [rows, *row], or of a list of tables of one shape, stacked."""
    with v1.name_scope(name, "embedding_lookup", [params, ids]):
        params, ids = v1.convert_to_tensor(params), v1.convert_to_tensor(ids)
        shape = v1.shape(ids)
        flat = v1.reshape(ids, v1.reduce_prod(shape, keepdims=True))
        rows = v1.reshape(v1.nn.embedding_lookup(params, flat, name=name), v1.concat([shape, [-1]], 0))
        rows.set_shape(ids.get_shape().concatenate(params.get_shape()[1:]))
        return rows


def categorical_variable(tensor_in: Any, n_classes: int, embedding_size: int, name: str) -> Any:
    """The rows [*tensor_in, embedding_size] of the variable `NAME/NAME_embeddings` for class ids."""
    with v1.variable_scope(name):
        return embedding_lookup(v1.get_variable(f"{name}_embeddings", [n_classes, embedding_size]), tensor_in)
