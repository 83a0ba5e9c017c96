"""`keras.layers.Softmax` of 2.3.1: the activation, whatever the mask."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras
from tfcompat.keras.engine import mirror

_Softmax: Any = mirror.public("Softmax")


class Softmax(_Softmax):
    """Numbers that are positive and have the sum 1 along an axis."""

    def call(self, inputs: Any) -> Any:
        return keras().activations.softmax(inputs, axis=self.axis)


mirror.replace(_Softmax._tfcompat_original, Softmax)
