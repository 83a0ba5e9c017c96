"""What the attention mechanisms that are Keras layers share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import keras, v1
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import (
    OverMemory,
    check_callable,
    check_layer,
    known_or_dynamic,
    minus_infinity,
)
from tfcompat.tf1.contrib.seq2seq.memory import prepared
from tfcompat.tf1.contrib.seq2seq.probabilities import hardmax, masked_score

_Layer: Any = keras().layers.Layer


class KerasMechanism(OverMemory, _Layer):
    """Takes `memory` (or `[memory, lengths]`) with `setup_memory=True` once, then `[query, state]`."""

    def __init__(
        self,
        memory: Any,
        probability_fn: Callable[[Any, Any], Any],
        query_layer: Any = None,
        memory_layer: Any = None,
        memory_sequence_length: Any = None,
        **kwargs: Any,
    ) -> None:
        for what, layer in (("query_layer", query_layer), ("memory_layer", memory_layer)):
            check_layer(what, layer)
        self.query_layer, self.memory_layer = query_layer, memory_layer
        if memory_layer is not None and "dtype" not in kwargs:
            kwargs["dtype"] = memory_layer.dtype
        super().__init__(**kwargs)
        check_callable("probability_fn", probability_fn)
        self.probability_fn = self._unmasked = probability_fn
        self.keys: Any = None
        self.values: Any = None
        self.batch_size: Any = None
        self._memory_initialized = False
        # Today's Keras, unlike 1.15's, calls a model's layers again at each of its runs: another memory each time.
        self._in_a_model = False
        self._check_inner_dims_defined = True
        self.supports_masking = True
        self.score_mask_value = minus_infinity(self.dtype)
        if memory is not None:
            inputs = memory if memory_sequence_length is None else [memory, memory_sequence_length]
            self(inputs, setup_memory=True)

    def build(self, input_shape: Any) -> None:
        if not self._memory_initialized:
            if self.memory_layer is not None and not self.memory_layer.built:
                self.memory_layer.build(input_shape[0] if isinstance(input_shape, list) else input_shape)
        elif self.query_layer is not None and not self.query_layer.built:
            self.query_layer.build(input_shape[0])

    def __call__(self, inputs: Any, **kwargs: Any) -> Any:
        if kwargs.get("setup_memory"):
            self._memory_initialized &= not self._in_a_model
            self.values = super().__call__(inputs, **kwargs)
            self._in_a_model |= _stands_for_later(self.values)
            return self.values
        if self._memory_initialized:
            if len(inputs) not in (2, 3):
                raise ValueError(f"Expect the inputs to have 2 or 3 tensors, got {len(inputs)}")
            if len(inputs) == 2:
                inputs = [*inputs, self.values]
        return super().__call__(inputs, **kwargs)

    def call(self, inputs: Any, mask: Any = None, setup_memory: bool = False, **kwargs: Any) -> Any:
        if setup_memory:
            memory, lengths = inputs, None
            if isinstance(inputs, list):
                if len(inputs) not in (1, 2):
                    raise ValueError(f"Expect inputs to have 1 or 2 tensors, got {len(inputs)}")
                memory, lengths = inputs[0], inputs[1] if len(inputs) == 2 else None
            self._setup_memory(memory, lengths, mask)
            self.built = False  # the query has not been seen
            return self.values
        if not self._memory_initialized:
            raise ValueError("Cannot query the attention before the setup of memory")
        if len(inputs) not in (2, 3):
            raise ValueError(
                f"Expect the inputs to have query, state, and optional processed memory, got {len(inputs)} items"
            )
        return self._calculate_attention(inputs[0], inputs[1])

    def _setup_memory(self, memory: Any, lengths: Any = None, mask: Any = None) -> None:
        if self._memory_initialized:
            raise ValueError("The memory for the attention has already been setup.")
        if lengths is not None and mask is not None:
            raise ValueError("memory_sequence_length and memory_mask cannot be used at same time for attention.")
        with v1.name_scope(self.name, "BaseAttentionMechanismInit", v1.nest.flatten(memory)):
            self.values = prepared(memory, lengths, mask, self._check_inner_dims_defined)
            self.keys = self.values if self.memory_layer is None else self.memory_layer(self.values)
            self.batch_size = known_or_dynamic(self.keys, 0)
            self._alignments_size = known_or_dynamic(self.keys, 1)
            if mask is not None:
                self.probability_fn = lambda score, before: self._unmasked(
                    masked_score(score, memory_mask=mask, score_mask_value=self.score_mask_value), before
                )
        self._memory_initialized = True

    def _build_bias(self) -> None:
        """Between a mechanism's other weights: those that it alone has."""

    def _score(self, query: Any) -> Any:
        raise NotImplementedError("_calculate_attention need to be implemented by subclasses.")

    def _calculate_attention(self, query: Any, state: Any) -> Any:
        alignments = self.probability_fn(self._score(query), state)
        return alignments, alignments

    def compute_mask(self, inputs: Any, mask: Any = None) -> Any:
        return None, None

    def get_config(self) -> dict[str, Any]:
        config = {"memory": None, **super().get_config()}
        for name in ("query_layer", "memory_layer"):
            layer = getattr(self, name)
            if layer is not None:
                config[name] = {"class_name": type(layer).__name__, "config": layer.get_config()}
        return config

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        config = dict(config)
        for name in ("query_layer", "memory_layer"):
            if config.get(name):
                config[name] = keras().layers.deserialize(config[name], custom_objects=custom_objects)
            else:
                config.pop(name, None)
        return cls(**config)


def _stands_for_later(values: Any) -> bool:
    """Whether `values` are no tensors yet, but what a Keras model will compute, outside of a graph."""
    return bool(v1.executing_eagerly_outside_functions()) and keras().backend.is_keras_tensor(values)


def to_weights(name: str) -> Callable[[Any, Any], Any]:
    """The probability function called `softmax` or `hardmax`; ValueError for another name."""
    functions = {"softmax": v1.nn.softmax, "hardmax": hardmax}
    if name not in functions:
        raise ValueError(f"Invalid probability function: {name}, options are {list(functions)}")
    return lambda score, _: functions[name](score)


def keras_dense(layer: Any, units: int, name: str, dtype: Any) -> Any:
    """`layer`, or a linear map without a bias."""
    return layer or keras().layers.Dense(units, name=name, use_bias=False, dtype=dtype)
