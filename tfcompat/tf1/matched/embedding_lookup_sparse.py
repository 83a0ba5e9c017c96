"""`tf.nn.embedding_lookup_sparse` looks up each id once, and divides plainly by the sum of the weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import (
    array_ops,
    context,
    dtypes,
    embedding_ops,
    math_ops,
    ops,
    sparse_tensor,
    variables,
)
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.embedding_ops.embedding_lookup_sparse")
def embedding_lookup_sparse(
    original: Callable[..., Any],
    params: Any,
    sp_ids: Any,
    sp_weights: Any,
    partition_strategy: str = "mod",
    name: str | None = None,
    combiner: str | None = None,
    max_norm: float | None = None,
    allow_fast_lookup: bool = False,
) -> Any:
    combiner = combiner or "mean"
    if (
        context.executing_eagerly()
        or combiner not in ("mean", "sqrtn", "sum")
        or not isinstance(sp_ids, sparse_tensor.SparseTensor)
        or not isinstance(sp_weights, (sparse_tensor.SparseTensor, type(None)))
    ):
        return original(params, sp_ids, sp_weights, partition_strategy, name, combiner, max_norm, allow_fast_lookup)
    if isinstance(params, variables.PartitionedVariable):
        params = list(params)
    params = params if isinstance(params, list) else [params]
    with ops.name_scope(name, "embedding_lookup_sparse", [*params, sp_ids]) as scope:
        segments = sp_ids.indices[:, 0]
        if segments.dtype != dtypes.int32:
            segments = math_ops.cast(segments, dtypes.int32)
        ids, places = array_ops.unique(sp_ids.values)
        rows = embedding_ops.embedding_lookup(params, ids, partition_strategy=partition_strategy, max_norm=max_norm)
        if rows.dtype in (dtypes.float16, dtypes.bfloat16):
            rows = math_ops.cast(rows, dtypes.float32)
        if sp_weights is None:
            summed = {
                "sum": math_ops.sparse_segment_sum,
                "mean": math_ops.sparse_segment_mean,
                "sqrtn": math_ops.sparse_segment_sqrt_n,
            }
            return summed[combiner](rows, places, segments, name=scope)
        return _weighted(rows, places, segments, sp_weights.values, combiner, scope)


def _weighted(rows: Any, places: Any, segments: Any, weights: Any, combiner: str, scope: str) -> Any:
    if weights.dtype != rows.dtype:
        weights = math_ops.cast(weights, rows.dtype)
    rows = array_ops.gather(rows, places)
    ones = array_ops.fill(array_ops.expand_dims(array_ops.rank(rows) - 1, 0), 1)
    shape = array_ops.concat([array_ops.shape(weights), ones], 0)
    known = weights.get_shape()
    weights = array_ops.reshape(weights, shape)
    if rows.get_shape().ndims is not None:
        weights.set_shape(known.concatenate([1] * (rows.get_shape().ndims - 1)))
    rows *= weights
    if combiner == "sum":
        return math_ops.segment_sum(rows, segments, name=scope)
    rows = math_ops.segment_sum(rows, segments)
    if combiner == "mean":
        return math_ops.div(rows, math_ops.segment_sum(weights, segments), name=scope)
    squares = math_ops.segment_sum(math_ops.pow(weights, 2), segments)
    return math_ops.div(rows, math_ops.sqrt(squares), name=scope)
