"""Symbols to vectors: one per example, or one per symbol.

Shapes: B examples, T symbols each, V symbols in the vocabulary, E embedding size.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend import tf_slim
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.embedding_ops import embedding_lookup_unique, safe_embedding_lookup_sparse


def bow_encoder(
    ids: Any,
    vocab_size: int,
    embed_dim: int,
    sparse_lookup: bool = True,
    initializer: Any = None,
    regularizer: Any = None,
    trainable: bool = True,
    scope: Any = None,
    reuse: bool | None = None,
) -> Any:
    """The mean embedding [B, E] of the symbols `ids` [B, T], dense or sparse; with `sparse_lookup` 0 is no symbol.

    Raises:
      ValueError: a size is missing.
      TypeError: `ids` are sparse though `sparse_lookup` is off.
    """
    if not vocab_size or not embed_dim:
        raise ValueError("Must specify vocab size and embedding dimension")
    sparse = isinstance(ids, v1.SparseTensor)
    if sparse and not sparse_lookup:
        raise TypeError(f"ids are expected to be dense Tensor, got: {ids}")
    with v1.variable_scope(scope, "bow_encoder", [ids], reuse=reuse):
        embeddings = _embeddings([vocab_size, embed_dim], initializer, regularizer, trainable)  # [V, E]
        if not sparse_lookup:
            return v1.reduce_mean(v1.nn.embedding_lookup(embeddings, ids), axis=1)
        found = ids if sparse else tf_slim.load("layers.sparse_ops").dense_to_sparse_tensor(ids)
        return safe_embedding_lookup_sparse([embeddings], found, combiner="mean", default_id=0)


def embed_sequence(
    ids: Any,
    vocab_size: int | None = None,
    embed_dim: int | None = None,
    unique: bool = False,
    initializer: Any = None,
    regularizer: Any = None,
    trainable: bool = True,
    scope: Any = None,
    reuse: bool | None = None,
) -> Any:
    """The embedding [B, T, E] of each of the symbols `ids` [B, T].

    Raises:
      ValueError: a size is missing and no variable is reused.
    """
    if not (reuse or (vocab_size and embed_dim)):
        raise ValueError(
            "Must specify vocab size and embedding dimension when not reusing. "
            f"Got vocab_size={vocab_size} and embed_dim={embed_dim}"
        )
    with v1.variable_scope(scope, "EmbedSequence", [ids], reuse=reuse):
        known = embed_dim is not None and not (reuse and vocab_size is None)
        embeddings = _embeddings([vocab_size, embed_dim] if known else None, initializer, regularizer, trainable)
        lookup = embedding_lookup_unique if unique else v1.nn.embedding_lookup
        return lookup(embeddings, ids)


def _embeddings(shape: list[Any] | None, initializer: Any, regularizer: Any, trainable: bool) -> Any:
    return tf_slim.load("ops.variables").model_variable(
        "embeddings", shape=shape, initializer=initializer, regularizer=regularizer, trainable=trainable
    )
