"""Embeddings in one table of numbers: a number's place is a hash of the value and the number's index.

Shapes: V values, E numbers per embedding.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.sparse_feature_cross_op import sparse_feature_cross

_NO_TEXT, _NO_NUMBER = "6ZxWzWOHxZ", 1288896567  # stand for an empty row; chosen so that nothing else is like them
_COMBINERS = {
    "sum": "sparse_segment_sum",
    "mean": "sparse_segment_mean",
    "sqrtn": "sparse_segment_sqrt_n",
}


def scattered_embedding_lookup(
    params: Any, values: Any, dimension: int, name: str | None = None, hash_key: int | None = None
) -> Any:
    """Embeddings [..., E] of values [...] out of a vector, or of its parts.

    Raises:
      ValueError: no dimension, one below 1, or parts that are not of (nearly) one size.
    """
    if dimension is None:
        raise ValueError("You must specify dimension.")
    return _sampled_scattered_embedding_lookup(params, values, dimension=dimension, hash_key=hash_key, name=name)


def scattered_embedding_lookup_sparse(
    params: Any,
    sparse_values: Any,
    dimension: int,
    combiner: str | None = None,
    default_value: Any = None,
    name: str | None = None,
    hash_key: int | None = None,
) -> Any:
    """Embeddings [rows, E] of the values in each row, combined.

    Raises:
      TypeError: the values are not sparse.
      ValueError: the combiner is unknown.
    """
    if combiner is None:
        v1.logging.warn('The default value of combiner will change from "mean" to "sqrtn" after 2016/11/01.')
        combiner = "mean"
    if not isinstance(sparse_values, v1.SparseTensor):
        raise TypeError(f"sparse_values must be SparseTensor, got {type(sparse_values).__name__}")
    if combiner not in _COMBINERS:
        raise ValueError(f"Combiner must be one of 'mean', 'sqrtn' or 'sum', got {combiner!r}.")
    parts = _parts(params)
    with v1.name_scope(name, "scattered_embedding_lookup_sparse", [*parts, sparse_values]) as scope:
        if default_value is None:
            default_value = _NO_TEXT if sparse_values.dtype == v1.string else _NO_NUMBER
        filled, _ = v1.sparse_fill_empty_rows(sparse_values, default_value)
        rows = v1.cast(filled.indices[:, 0], v1.int32)
        values, places = v1.unique(filled.values)
        embeddings = scattered_embedding_lookup(parts, values, dimension, hash_key=hash_key)
        return getattr(v1, _COMBINERS[combiner])(embeddings, places, rows, name=scope)


def _sampled_scattered_embedding_lookup(
    params: Any,
    values: Any,
    dimension: Any = None,
    sampled_candidates: Any = None,
    hash_key: int | None = None,
    name: str | None = None,
) -> Any:
    """The same for all numbers of the embeddings, or for those whose indices [..., n] are asked for."""
    parts = _parts(params)
    with v1.name_scope(name, "scattered_embedding_lookup", [*parts, dimension, values]):
        shape = v1.shape(values)
        values = v1.reshape(values, [-1, 1])  # [V, 1]
        checks = []
        if sampled_candidates is None:
            if dimension is None:
                raise ValueError("You must specify either dimension or sampled_candidates.")
            if dimension <= 0:
                raise ValueError(f"Dimension must be >0. Given is {dimension}")
            indices = v1.tile(v1.expand_dims(v1.range(0, dimension), 0), v1.shape(values))  # [V, E]
        else:
            dimension = v1.shape(sampled_candidates)[v1.subtract(v1.rank(sampled_candidates), 1)]
            checks = [_fits(sampled_candidates, shape, dimension)]
            with v1.control_dependencies(checks):
                indices = v1.reshape(sampled_candidates, [-1, dimension])
        with v1.control_dependencies(checks):  # of constants the reshape is folded, its check with it
            crossed = sparse_feature_cross(
                [indices, values], hashed_output=True, num_buckets=_total(parts), hash_key=hash_key
            )
        found = v1.nn.embedding_lookup(parts, v1.sparse_tensor_to_dense(crossed), partition_strategy="div")
        return v1.reshape(found, v1.concat([shape, [dimension]], 0))


def _sampled_scattered_embedding_lookup_sparse(
    params: Any,
    sp_values: Any,
    dimension: Any = None,
    sampled_candidates: Any = None,
    hash_key: int | None = None,
    with_sign_hash: bool = False,
    name: str | None = None,
) -> Any:
    """The sum [rows, E] of the embeddings in each row, their signs also by a hash if wanted."""
    if not isinstance(sp_values, v1.SparseTensor):
        raise TypeError(f"sp_values must be SparseTensor, got {type(sp_values).__name__}")
    given = [sp_values, params, dimension, sampled_candidates]
    with v1.name_scope(name, "sampled_scattered_embedding_lookup_sparse", given) as scope:
        rows = sp_values.indices[:, 0]
        if sampled_candidates is not None:
            sampled_candidates = v1.gather(sampled_candidates, rows)

        def look_up(table: Any, name: str) -> Any:
            return _sampled_scattered_embedding_lookup(
                table, sp_values.values, dimension, sampled_candidates, hash_key, name
            )

        embeddings = look_up(params, "values_lookup")
        if with_sign_hash:
            signs = look_up(v1.constant([-1.0, 1.0]), "signs_lookup")
            embeddings = v1.multiply(signs, embeddings, name="signs_hash")
        count = v1.shape(sp_values)[0]
        return v1.unsorted_segment_sum(embeddings, v1.cast(rows, v1.int32), num_segments=count, name=scope)


def _parts(params: Any) -> list[Any]:
    if isinstance(params, (v1.Variable, v1.Tensor)):
        return [params]
    return list(params)


def _fits(candidates: Any, shape: Any, dimension: Any) -> Any:
    """The check that there is a row of candidates for each value."""
    given = v1.shape(candidates)
    expected = v1.concat([shape, v1.reshape(dimension, [1])], 0)
    message = ["The shape of sampled_candidates: ", given, " does not match the shape of values: ", shape]
    return v1.Assert(v1.reduce_all(v1.equal(given, expected)), message)


def _total(parts: list[Any]) -> int:
    """How many numbers the parts hold together; the first ones may be longer by one."""
    sizes = []
    for part in parts:
        shape = v1.TensorShape(part.get_shape())
        shape.assert_has_rank(1)
        shape.assert_is_fully_defined()
        sizes.append(int(shape.as_list()[0]))
    total = sum(sizes)
    for place, size in enumerate(sizes):
        expected = (total - place - 1) // len(sizes) + 1
        if size != expected:
            raise ValueError(f"Tensor {place} in params has size {size}, expected {expected}.")
    return total
