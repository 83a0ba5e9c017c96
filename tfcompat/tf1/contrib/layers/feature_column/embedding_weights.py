"""The variables that embedding columns are looked up in."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import tf_slim
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.embedding_ops import safe_embedding_lookup_sparse
from tfcompat.tf1.contrib.layers.scattered_embedding import scattered_embedding_lookup_sparse
from tfcompat.tf1.contrib.layers.sparse_ops import flatten_inner


def _embeddings_from_arguments(
    column: Any, args: Any, weight_collections: Any, trainable: bool, output_rank: int = 2
) -> Any:
    """A column's embedding [..., dimension], of `output_rank` dimensions, from the variable made for it."""
    ids = flatten_inner(args.input_tensor, output_rank)
    weights = None if args.weight_tensor is None else flatten_inner(args.weight_tensor, output_rank)

    def variable(name: str, shape: list[int]) -> Any:
        return tf_slim.load("ops.variables").model_variable(
            name=name, shape=shape, dtype=v1.float32, initializer=args.initializer,
            trainable=trainable and args.trainable, collections=weight_collections,
        )  # fmt: skip

    if args.hash_key:
        return scattered_embedding_lookup_sparse(
            variable("weights", [args.vocab_size]), ids, args.dimension, hash_key=args.hash_key,
            combiner=args.combiner, name="lookup",
        )  # fmt: skip
    shape = [args.vocab_size, args.dimension]
    if args.shared_embedding_name is None:
        embeddings = variable("weights", shape)
    else:
        embeddings = _shared(args.shared_embedding_name, shape, variable)
    parts = _parts(embeddings)
    _maybe_restore_from_checkpoint(column._checkpoint_path(), parts)
    return safe_embedding_lookup_sparse(
        parts, ids, sparse_weights=weights, combiner=args.combiner, name=column.name + "weights", max_norm=args.max_norm
    )


def _shared(name: str, shape: list[int], variable: Any) -> Any:
    """The embedding of this name: the graph's, or a new one."""
    collection = f"SHARED_EMBEDDING_COLLECTION_{name.upper()}"
    graph = v1.get_default_graph()
    found = graph.get_collection_ref(collection)
    if len(found) > 1:
        raise ValueError(f"Collection {collection} can only contain one (partitioned) variable.")
    if not found:
        made = variable(name, shape)
        graph.add_to_collection(collection, made)
        return made
    if found[0].get_shape() != shape:
        raise ValueError(
            f"The embedding variable with name {name} already exists with shape {found[0].get_shape()}, and its shape "
            f"does not match the required {shape}: give other shared embeddings another shared_embedding_name."
        )
    return found[0]


def _is_variable(value: Any) -> bool:
    return isinstance(value, v1.Variable)


def _parts(variable: Any) -> list[Any]:
    return [variable] if _is_variable(variable) else list(variable)


def _maybe_restore_from_checkpoint(checkpoint_path: tuple[str, str] | None, variable: list[Any]) -> None:
    """Makes a variable (in parts) start from a checkpoint, where one is named."""
    if checkpoint_path is not None:
        path, name = checkpoint_path
        v1.train.init_from_checkpoint(path, {name: variable[0] if len(variable) == 1 else variable})
