"""A table with one row for each id."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from bert_tf import stages
from bert_tf.layers import initial
from bert_tf.layers.base import AnyGraph, register, value


@register
class Embedding(AnyGraph, keras.layers.Layer):
    """ids [B,T] -> rows [B,T,H]. Source: `torch.nn.Embedding`; the padding's row starts at zero, as there."""

    def __init__(
        self, count: int, size: int, deviation: float = 0.02, padding_id: int | None = None, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.count, self.size, self.deviation, self.padding_id = count, size, deviation, padding_id
        self.weight = initial.add_drawn(self, (count, size), self._initial)  # [V,H]
        self.built = True

    def _initial(self, shape: tuple[int, ...], dtype: Any = None) -> Any:
        rows = keras.initializers.RandomNormal(stddev=self.deviation)(shape, dtype)
        if self.padding_id is None:
            return rows
        kept: np.ndarray = np.ones((shape[0], 1), "float32")
        kept[self.padding_id] = 0
        return rows * keras.ops.cast(kept, rows.dtype)

    def call(self, ids: Any) -> Any:
        return stages.look_up(value(self.weight), ids, self.padding_id)

    def get_config(self) -> dict[str, Any]:
        own = {"count": self.count, "size": self.size, "deviation": self.deviation, "padding_id": self.padding_id}
        return {**super().get_config(), **own}
