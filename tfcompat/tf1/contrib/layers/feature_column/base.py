"""What every feature column of `tf.contrib.layers` can be asked, and what it answers when it is looked up in weights.

The classes keep 1.15's names with their underscore: a column's key, which orders the columns of a model and so its
variables, begins with the class's name.
"""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.sparse_ops import flatten_inner

_LinearEmbeddingLookupArguments = collections.namedtuple(
    "_LinearEmbeddingLookupArguments", "input_tensor weight_tensor vocab_size initializer combiner"
)
_DeepEmbeddingLookupArguments = collections.namedtuple(
    "_DeepEmbeddingLookupArguments",
    "input_tensor weight_tensor vocab_size initializer combiner dimension shared_embedding_name hash_key max_norm "
    "trainable",
)


class _FeatureColumn:
    """A family of features, such as a country; `name`, `key` (for sorting) and `config` (for parsing) describe it.

    A column is a named tuple, so two equal ones are one key of a dictionary. Of the conversions below it has those
    that make sense for it.
    """

    _fields: tuple[str, ...]

    @property
    def name(self) -> Any:
        raise NotImplementedError(f"{type(self).__name__} has no name")

    @property
    def config(self) -> Any:
        raise NotImplementedError(f"{type(self).__name__} does not say how it is parsed")

    @property
    def key(self) -> str:
        return f"{self}"

    @property
    def _parse_example_spec(self) -> Any:
        return self.config

    def insert_transformed_feature(self, columns_to_tensors: dict[Any, Any]) -> None:
        """Puts this column's tensor into the mapping, which has the base features by their names."""
        columns_to_tensors[self] = self._transform_feature(Inputs(columns_to_tensors))

    def _transform_feature(self, inputs: Any) -> Any:
        raise NotImplementedError(f"Transform is not implemented for {self}.")

    def _to_dnn_input_layer(
        self, input_tensor: Any, weight_collections: Any = None, trainable: bool = True, output_rank: int = 2
    ) -> Any:
        raise ValueError(f"column {self.name} cannot be an input of a network by itself: embed it, or make it one-hot")

    def _deep_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No deep embedding lookup arguments for column {self}.")

    def _wide_embedding_lookup_arguments(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No wide embedding lookup arguments for column {self}.")

    def _to_dense_tensor(self, input_tensor: Any) -> Any:
        raise NotImplementedError(f"No dense tensor representation for column {self}.")

    def _checkpoint_path(self) -> tuple[str, str] | None:
        """(checkpoint, name of the tensor in it) that the weights start from."""
        return None

    def _key_without_properties(self, properties: list[str]) -> str:
        """The key without fields whose text would change from run to run, such as a function's."""
        kept = (f"{field}={getattr(self, field)}" for field in self._fields if field not in properties)
        return f"{type(self).__name__}({', '.join(kept)})"


class Inputs:
    """Columns' tensors by column, made when they are first asked for; base features by name."""

    def __init__(self, columns_to_tensors: dict[Any, Any]) -> None:
        self._columns_to_tensors = columns_to_tensors

    def get(self, key: Any) -> Any:
        """
        Raises:
          ValueError: no feature has this name.
          TypeError: the key is neither a name nor a column.
        """
        if key not in self._columns_to_tensors:
            if isinstance(key, str):
                raise ValueError(f"features dictionary doesn't contain key ({key})")
            if not isinstance(key, _FeatureColumn):
                raise TypeError(f'"key" must be either a "str" or "_FeatureColumn". Provided: {key}')
            key.insert_transformed_feature(self._columns_to_tensors)
        return self._columns_to_tensors[key]


def reshape_real_valued(tensor: Any, output_rank: int, column_name: str | None = None) -> Any:
    """A dense tensor with `output_rank` dimensions: one is added at the end, or the inner ones become one.

    Raises:
      ValueError: more than one dimension is missing.
    """
    rank = tensor.get_shape().ndims
    if rank is not None:
        if output_rank > rank + 1:
            where = "" if column_name is None else f"Error while processing column {column_name}."
            raise ValueError(where + wrong_rank(rank, output_rank))
        if output_rank == rank + 1:
            v1.logging.warning("a column's tensor has rank %d and rank %d is wanted: one is added", rank, output_rank)
            return v1.expand_dims(tensor, -1, name="expand_dims")
        if output_rank == rank:
            return tensor
    return flatten_inner(tensor, output_rank)


def wrong_rank(rank: int, output_rank: int) -> str:
    return (
        f"Rank of input Tensor ({rank}) should be the same as output_rank ({output_rank}). For example, sequence data "
        "should typically be 3 dimensional (rank 3) while non-sequence data is typically 2 dimensional (rank 2)."
    )
