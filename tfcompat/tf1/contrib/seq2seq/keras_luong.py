"""`LuongAttentionV2` and `LuongMonotonicAttentionV2` of 1.15's file `attention_wrapper`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.keras_mechanism import KerasMechanism, keras_dense, to_weights
from tfcompat.tf1.contrib.seq2seq.keras_monotonic import KerasMonotonic
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
        self._build_bias()
        self.built = True

    def _score(self, query: Any) -> Any:
        return luong_score(query, self.keys, self.attention_g)

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

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "probability_fn": self.probability_fn_name}


class LuongMonotonicAttentionV2(KerasMonotonic, _Luong):
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
        weights = self._settle(sigmoid_noise, sigmoid_noise_seed, score_bias_init, mode)
        super().__init__(
            units,
            memory,
            memory_sequence_length,
            scale,
            probability_fn=weights,
            dtype=dtype,
            name=name,
            **kwargs,
        )
