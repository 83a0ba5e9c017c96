"""Lookups in embeddings: of sparse ids with empty rows, and of ids that repeat."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def safe_embedding_lookup_sparse(
    embedding_weights: Any,
    sparse_ids: Any,
    sparse_weights: Any = None,
    combiner: str | None = None,
    default_id: int | None = None,
    name: str | None = None,
    partition_strategy: str = "div",
    max_norm: float | None = None,
) -> Any:
    """Embeddings [..., E] combined over the last dimension of sparse ids; rows without a valid id get `default_id`'s.

    Ids below 0 and weights of 0 or less do not count; without `default_id` empty rows are 0.

    Raises:
      ValueError: no weights are given, or they are of several types.
    """
    if combiner is None:
        v1.logging.warn('The default value of combiner will change from "mean" to "sqrtn" after 2016/11/01.')
        combiner = "mean"
    if isinstance(embedding_weights, list) and sparse_weights is None:
        kinds = {v1.as_dtype(part.dtype).base_dtype.name for part in embedding_weights}
        if len(kinds) > 1:
            raise ValueError(f"expected parts of an embedding of one type, got {', '.join(sorted(kinds))}")
    return v1.nn.safe_embedding_lookup_sparse(
        embedding_weights,
        sparse_ids,
        sparse_weights=sparse_weights,
        combiner=combiner,
        default_id=default_id,
        name=name or "embedding_lookup",
        partition_strategy=partition_strategy,
        max_norm=max_norm,
    )


def embedding_lookup_unique(params: Any, ids: Any, partition_strategy: str = "mod", name: str | None = None) -> Any:
    """`tf.nn.embedding_lookup` that looks each distinct id up once: [ids' shape, E]; its gradient is smaller."""
    with v1.name_scope(name, "EmbeddingLookupUnique", [params, ids]):
        ids = v1.convert_to_tensor(ids)
        shape = v1.shape(ids)
        distinct, places = v1.unique(v1.reshape(ids, v1.reduce_prod(shape, keepdims=True)))
        looked_up = v1.nn.embedding_lookup(params, distinct, partition_strategy)  # [distinct ids, E]
        repeated = v1.gather(looked_up, places)
        found = v1.reshape(repeated, v1.concat([shape, v1.shape(looked_up)[1:]], 0))
        found.set_shape(ids.get_shape().concatenate(looked_up.get_shape()[1:]))
        return found
