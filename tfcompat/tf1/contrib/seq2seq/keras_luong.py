"""`LuongAttentionV2` and `LuongMonotonicAttentionV2` of 1.15's file `attention_wrapper`."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.keras_mechanism import KerasMechanism, keras_dense, to_weights
from tfcompat.tf1.contrib.seq2seq.monotonic import at_first_place, monotonic_weights
from tfcompat.tf1.contrib.seq2seq.scores import luong_score


class _Luong(KerasMechanism):
    """The weight of both: `attention_g` with `scale`."""

    def __init__(self, units: int, memory: Any, lengths: Any, scale: bool, **kwargs: Any) -> None:
        dtype = kwargs["dtype"] = v1.float32 if kwargs.get("dtype") is None else kwargs["dtype"]
        memory_layer = keras_dense(kwargs.pop("memory_layer", None), units, "memory_layer", dtype)
        self.units = units
        self.scale = scale
        self.attention_g: Any = None
        super().__init__(memory=memory, memory_sequence_length=lengths, memory_layer=memory_layer, **kwargs)

    def build(self, input_shape: Any) -> None:
        super().build(input_shape)
        if self.scale and self.attention_g is None:
            self.attention_g = self.add_weight("attention_g", shape=(), initializer=v1.ones_initializer)
        self.built = True

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "units": self.units, "scale": self.scale}


class LuongAttentionV2(_Luong):
    """`LuongAttention` as a Keras layer."""

    def __init__(
        self,
        units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        probability_fn: str = "softmax",
        dtype: Any = None,
        name: str = "LuongAttention",
        **kwargs: Any,
    ) -> None:
        self.probability_fn_name = probability_fn
        super().__init__(
            units,
            memory,
            memory_sequence_length,
            scale,
            probability_fn=to_weights(probability_fn),
            dtype=dtype,
            name=name,
            **kwargs,
        )

    def _calculate_attention(self, query: Any, state: Any) -> Any:
        alignments = self.probability_fn(luong_score(query, self.keys, self.attention_g), state)
        return alignments, alignments

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "probability_fn": self.probability_fn_name}


class LuongMonotonicAttentionV2(_Luong):
    """`LuongMonotonicAttention` as a Keras layer."""

    def __init__(
        self,
        units: int,
        memory: Any,
        memory_sequence_length: Any = None,
        scale: bool = False,
        sigmoid_noise: float = 0.0,
        sigmoid_noise_seed: int | None = None,
        score_bias_init: float = 0.0,
        mode: str = "parallel",
        dtype: Any = None,
        name: str = "LuongMonotonicAttention",
        **kwargs: Any,
    ) -> None:
        self.sigmoid_noise, self.sigmoid_noise_seed = sigmoid_noise, sigmoid_noise_seed
        self.score_bias_init, self.mode = score_bias_init, mode
        self.attention_score_bias: Any = None
        super().__init__(
            units,
            memory,
            memory_sequence_length,
            scale,
            probability_fn=functools.partial(
                monotonic_weights, sigmoid_noise=sigmoid_noise, mode=mode, seed=sigmoid_noise_seed
            ),
            dtype=dtype,
            name=name,
            **kwargs,
        )

    def build(self, input_shape: Any) -> None:
        super().build(input_shape)
        if self.attention_score_bias is None:
            start = v1.constant_initializer(self.score_bias_init, dtype=self.dtype)
            self.attention_score_bias = self.add_weight("attention_score_bias", shape=(), initializer=start)

    def _calculate_attention(self, query: Any, state: Any) -> Any:
        score = luong_score(query, self.keys, self.attention_g) + self.attention_score_bias
        alignments = self.probability_fn(score, state)
        return alignments, alignments

    def initial_alignments(self, batch_size: Any, dtype: Any) -> Any:
        return at_first_place(self._alignments_size, batch_size, dtype)

    def get_config(self) -> dict[str, Any]:
        names = ("sigmoid_noise", "sigmoid_noise_seed", "score_bias_init", "mode")
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}
