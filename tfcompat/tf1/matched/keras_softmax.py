"""Keras' activation `softmax` of more than two axes is computed step by step, as 1.15 and Keras 2.3.1 did.

So a cross entropy behind it takes the probabilities: rows of labels that are all zero, as of padded sequences, have no
gradient then, while the operation that takes logits gives them one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import v1


@replaces(
    "tf_keras.src.activations.softmax",
    "tf_keras.api._v1.keras.activations.softmax",
    "tf_keras.api._v2.keras.activations.softmax",
)
def softmax(original: Callable[..., Any], x: Any, axis: int = -1) -> Any:
    if x.shape.rank is None or x.shape.rank < 3:
        return original(x, axis)
    raised = v1.exp(x - v1.reduce_max(x, axis=axis, keepdims=True))
    return raised / v1.reduce_sum(raised, axis=axis, keepdims=True)
