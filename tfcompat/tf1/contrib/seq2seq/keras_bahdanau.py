"""`BahdanauAttentionV2` and `BahdanauMonotonicAttentionV2` of 1.15's file `attention_wrapper`."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import keras, v1
from tfcompat.tf1.contrib.seq2seq.keras_mechanism import KerasMechanism, keras_dense, to_weights
from tfcompat.tf1.contrib.seq2seq.keras_monotonic import KerasMonotonic
from tfcompat.tf1.contrib.seq2seq.scores import bahdanau_score


class _Bahdanau(KerasMechanism):
    """The weights of both: `attention_v`, and with `normalize` `attention_g` and `attention_b`."""

    def __init__(
        self, units: int, memory: Any, lengths: Any, normalize: bool, kernel_initializer: Any, **kwargs: Any
    ) -> None:
        dtype = kwargs["dtype"] = v1.float32 if kwargs.get("dtype") is None else kwargs["dtype"]
        layers = {
            name: keras_dense(kwargs.pop(name, None), units, name, dtype) for name in ("query_layer", "memory_layer")
        }
        self.units = units
        self.normalize = normalize
        self.kernel_initializer = keras().initializers.get(kernel_initializer)
        self.attention_v: Any = None
        self.attention_g: Any = None
        self.attention_b: Any = None
        super().__init__(memory=memory, memory_sequence_length=lengths, **layers, **kwargs)

    def build(self, input_shape: Any) -> None:
        super().build(input_shape)
        if self.attention_v is None:
            self.attention_v = self.add_weight(
                "attention_v", [self.units], dtype=self.dtype, initializer=self.kernel_initializer
            )
        self._build_bias()
        if self.normalize and self.attention_g is None and self.attention_b is None:
            start = v1.constant_initializer(math.sqrt(1.0 / self.units))
            self.attention_g = self.add_weight("attention_g", shape=(), initializer=start)
            self.attention_b = self.add_weight("attention_b", shape=[self.units], initializer=v1.zeros_initializer())
        self.built = True

    def _score(self, query: Any) -> Any:
        processed = self.query_layer(query) if self.query_layer else query
        return bahdanau_score(processed, self.keys, self.attention_v, self.attention_g, self.attention_b)

    def get_config(self) -> dict[str, Any]:
        serialized = keras().initializers.serialize(self.kernel_initializer)
        own = {"units": self.units, "normalize": self.normalize, "kernel_initializer": serialized}
        return {**super().get_config(), **own}


class BahdanauAttentionV2(_Bahdanau):
    """`BahdanauAttention` as a Keras layer."""

    def __init__(
        self,
        units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        probability_fn: str = "softmax",
        kernel_initializer: Any = "glorot_uniform",
        dtype: Any = None,
        name: str = "BahdanauAttention",
        **kwargs: Any,
    ) -> None:
        self.probability_fn_name = probability_fn
        super().__init__(
            units,
            memory,
            memory_sequence_length,
            normalize,
            kernel_initializer,
            probability_fn=to_weights(probability_fn),
            dtype=dtype,
            name=name,
            **kwargs,
        )

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "probability_fn": self.probability_fn_name}


class BahdanauMonotonicAttentionV2(KerasMonotonic, _Bahdanau):
    """`BahdanauMonotonicAttention` as a Keras layer."""

    def __init__(
        self,
        units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        normalize: bool = False,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        kernel_initializer: Any = "glorot_uniform",
        dtype: Any = None,
        name: str = "BahdanauMonotonicAttention",
        **kwargs: Any,
    ) -> None:
        weights = self._settle(sigmoid_noise, sigmoid_noise_seed, score_bias_init, mode)
        super().__init__(
            units,
            memory,
            memory_sequence_length,
            normalize,
            kernel_initializer,
            probability_fn=weights,
            dtype=dtype,
            name=name,
            **kwargs,
        )
