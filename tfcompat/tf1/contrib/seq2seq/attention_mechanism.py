"""`AttentionMechanism`, and what the mechanisms of `tf.contrib.seq2seq` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, layers, v1
from tfcompat.tf1.cells.base import zero_state_tensors
from tfcompat.tf1.contrib.seq2seq.memory import prepared
from tfcompat.tf1.contrib.seq2seq.probabilities import masked_score


class AttentionMechanism:
    """What answers a query with weights over its memory."""

    @property
    def alignments_size(self) -> Any:
        """How many places the memory has."""
        raise NotImplementedError

    @property
    def state_size(self) -> Any:
        """The size of the state, by default the weights of the step before."""
        raise NotImplementedError


class OverMemory(AttentionMechanism):
    """One weight for each place of a memory, whose number of places is `_alignments_size`."""

    _alignments_size: Any

    @property
    def alignments_size(self) -> Any:
        return self._alignments_size

    @property
    def state_size(self) -> Any:
        return self._alignments_size

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        """The weights before the first query: zeros."""
        return zero_state_tensors(self._alignments_size, batch_size, dtype)

    def initial_state(self, batch_size: Any, dtype: Any) -> Any:
        """The state before the first query."""
        return self.initial_alignments(batch_size, dtype)


class MemoryMechanism(OverMemory):
    """Keys and values made from `memory`, `[batch, time, …]`, when the mechanism is made.

    Raises:
      TypeError: a layer is no layer, or `probability_fn` is no function.
    """

    def __init__(
        self,
        query_layer: Any,
        memory: Any,
        probability_fn: Callable[[Any, Any], Any],
        memory_sequence_length: Any = None,
        memory_layer: Any = None,
        check_inner_dims_defined: bool = True,
        score_mask_value: Any = None,
        custom_key_value_fn: Callable[[Any, Any], Any] | None = None,
        name: str | None = None,
    ) -> None:
        for what, layer in (("query_layer", query_layer), ("memory_layer", memory_layer)):
            check_layer(what, layer)
        self._query_layer, self._memory_layer = query_layer, memory_layer
        self.dtype = memory_layer.dtype
        check_callable("probability_fn", probability_fn)
        if score_mask_value is None:
            score_mask_value = minus_infinity(self.dtype)
        self._probability_fn = lambda score, before: probability_fn(
            masked_score(score, memory_sequence_length=memory_sequence_length, score_mask_value=score_mask_value),
            before,
        )
        with v1.name_scope(name, "BaseAttentionMechanismInit", v1.nest.flatten(memory)):
            self._values = prepared(memory, memory_sequence_length, check_inner_dims_defined=check_inner_dims_defined)
            self._keys = self.memory_layer(self._values) if self.memory_layer else self._values
            if custom_key_value_fn is not None:
                self._keys, self._values = custom_key_value_fn(self._keys, self._values)
            self._batch_size = known_or_dynamic(self._keys, 0)
            self._alignments_size = known_or_dynamic(self._keys, 1)

    @property
    def memory_layer(self) -> Any:
        """What makes keys of the memory, or None."""
        return self._memory_layer

    @property
    def query_layer(self) -> Any:
        """What the query goes through, or None."""
        return self._query_layer

    @property
    def values(self) -> Any:
        """`[batch, time, …]`: what attention gives a mean of."""
        return self._values

    @property
    def keys(self) -> Any:
        """`[batch, time, …]`: what the query is held against."""
        return self._keys

    @property
    def batch_size(self) -> Any:
        """The batch size of the memory."""
        return self._batch_size


def check_layer(what: str, layer: Any) -> None:
    """TypeError if `layer` is neither a layer nor None."""
    if layer is not None and not isinstance(layer, keras().layers.Layer):
        raise TypeError(f"{what} is not a Layer: {type(layer).__name__}")


def check_callable(what: str, function: Any) -> None:
    """TypeError if `function` cannot be called."""
    if not callable(function):
        raise TypeError(f"{what} must be callable, saw type: {type(function).__name__}")


def minus_infinity(dtype: Any) -> Any:
    """The score of what must get no weight."""
    return v1.as_dtype(dtype).as_numpy_dtype(-np.inf)


def known_or_dynamic(values: Any, axis: int) -> Any:
    """A dimension as a number if it is known, else as a tensor."""
    return v1.dimension_value(values.shape[axis]) or v1.shape(values)[axis]


def dense(units: int, name: str, dtype: Any) -> Any:
    """The linear map of a mechanism: `tf.layers.Dense` without a bias."""
    return layers().Dense(units, name=name, use_bias=False, dtype=v1.float32 if dtype is None else dtype)
