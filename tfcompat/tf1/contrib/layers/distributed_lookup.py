"""Sparse embeddings summed where their part of the embedding lies, before anything is sent.

Shapes: N ids, S rows, E embedding size, P parts.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def embedding_lookup_sparse_with_distributed_aggregation(
    params: Any,
    sp_ids: Any,
    sp_weights: Any,
    partition_strategy: str = "mod",
    name: str | None = None,
    combiner: str | None = None,
    max_norm: float | None = None,
) -> Any:
    """`tf.nn.embedding_lookup_sparse`: [S, E]; each part's embeddings are added up on that part's device first.

    Raises:
      TypeError: ids or weights are not sparse.
      ValueError: the combiner or the strategy is unknown, or there are no parts.
    """
    if combiner is None:
        v1.logging.warn('The default value of combiner will change from "mean" to "sqrtn" after 2016/11/01.')
        combiner = "mean"
    if combiner not in ("mean", "sqrtn", "sum"):
        raise ValueError(f"combiner must be one of 'mean', 'sqrtn' or 'sum', got {combiner!r}")
    if not isinstance(sp_ids, v1.SparseTensor):
        raise TypeError(f"sp_ids must be SparseTensor, got {type(sp_ids).__name__}")
    if not isinstance(sp_weights, (v1.SparseTensor, type(None))):
        raise TypeError(f"sp_weights must be either None or SparseTensor, got {type(sp_weights).__name__}")
    parts = [params] if isinstance(params, (v1.Variable, v1.Tensor)) else list(params or [])
    if not parts:
        raise ValueError("Need at least one param")
    if sp_weights is not None:
        for part in ("values", "indices", "dense_shape"):
            shape = getattr(sp_weights, part).get_shape()
            getattr(sp_ids, part).get_shape().assert_is_compatible_with(shape)
    with v1.name_scope(name, "embedding_lookup_sparse", [*parts, sp_ids]):
        rows = v1.cast(sp_ids.indices[:, 0], v1.int32)  # [N]
        dtype = v1.convert_to_tensor(parts[0]).dtype.base_dtype
        weights = v1.ones([v1.shape(rows)[0]], dtype) if sp_weights is None else v1.cast(sp_weights.values, dtype)
        sums = _sums(parts, sp_ids.values, weights, rows, partition_strategy, max_norm)  # [S, E]
        if combiner == "sum":
            return sums
        size = weights if combiner == "mean" else v1.square(weights)
        total = v1.segment_sum(size, rows)
        total = total if combiner == "mean" else v1.sqrt(total)
        return v1.div(sums, _as_tall(total, sums))


def _sums(parts: list[Any], ids: Any, weights: Any, rows: Any, strategy: str, max_norm: float | None) -> Any:
    if len(parts) == 1:
        with v1.colocate_with(parts[0]):
            found = _normalized(v1.gather(parts[0], ids), max_norm)
            return v1.segment_sum(found * _as_tall(weights, found), rows)
    owner, place = _places(parts, ids, strategy)
    count = v1.reduce_max(rows) + 1
    split = [v1.dynamic_partition(each, owner, len(parts)) for each in (place, weights, rows)]
    sums = []
    for part, places, its_weights, its_rows in zip(parts, *split, strict=True):
        with v1.colocate_with(part):
            found = _normalized(v1.gather(part, places), max_norm)
            sums.append(v1.unsorted_segment_sum(found * _as_tall(its_weights, found), its_rows, count))
    return v1.add_n(sums)


def _places(parts: list[Any], ids: Any, strategy: str) -> tuple[Any, Any]:
    """(which part [N], which row of it [N]) of each id."""
    count = len(parts)
    if strategy == "mod":
        return v1.cast(v1.floormod(ids, count), v1.int32), v1.floordiv(ids, count)
    if strategy != "div":
        raise ValueError(f"Unrecognized partition strategy: {strategy}; it is 'mod' or 'div'")
    sizes = [v1.cast(v1.shape(part)[0], ids.dtype) for part in parts]
    total = v1.add_n(sizes)
    each, longer = v1.floordiv(total, count), v1.floormod(total, count)  # the first parts are longer by one
    owner = v1.maximum(v1.floordiv(ids, each + 1), v1.floordiv(ids - longer, each))
    place = v1.where(owner < longer, v1.floormod(ids, each + 1), v1.floormod(ids - longer, each))
    return v1.cast(owner, v1.int32), place


def _normalized(found: Any, max_norm: float | None) -> Any:
    if max_norm is None:
        return found
    return v1.clip_by_norm(found, max_norm, axes=list(range(1, found.get_shape().ndims)))


def _as_tall(vector: Any, tensor: Any) -> Any:
    """[n] as [n, 1, …], to be multiplied with the tensor."""
    return v1.reshape(vector, [-1] + [1] * (tensor.get_shape().ndims - 1))
