"""`keras.regularizers` of 2.3.1: the penalty is summed in its order of operations."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import by_name


class Regularizer(keras().regularizers.Regularizer):  # type: ignore[misc]
    """A penalty on a weight or an output."""

    def __call__(self, x: Any) -> Any:
        return 0.0

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Regularizer:
        return cls(**config)


class L1L2(Regularizer):
    """`l1` times the sum of absolute values plus `l2` times the sum of squares."""

    def __init__(self, l1: float = 0.0, l2: float = 0.0) -> None:
        floats = np.dtype(keras().backend.floatx()).type
        self.l1 = floats(l1)
        self.l2 = floats(l2)

    def __call__(self, x: Any) -> Any:
        penalty: Any = 0.0
        if self.l1:
            penalty += self.l1 * v1.reduce_sum(v1.abs(x))
        if self.l2:
            penalty += self.l2 * v1.reduce_sum(v1.square(x))
        return penalty

    def get_config(self) -> dict[str, float]:
        return {"l1": float(self.l1), "l2": float(self.l2)}


def l1(l: float = 0.01) -> L1L2:  # noqa: E741 (the name of that time)
    return L1L2(l1=l)


def l2(l: float = 0.01) -> L1L2:  # noqa: E741
    return L1L2(l2=l)


def l1_l2(l1: float = 0.01, l2: float = 0.01) -> L1L2:
    return L1L2(l1=l1, l2=l2)


# Keras 1's names; a penalty on an output was one of a weight there, too.
l1l2 = activity_l1l2 = l1_l2
activity_l1, activity_l2 = l1, l2
L1L2Regularizer = WeightRegularizer = ActivityRegularizer = L1L2

_KNOWN: dict[str, Any] = {
    **{"L1L2": L1L2, "Regularizer": Regularizer, "l1": l1, "l1_l2": l1_l2, "l2": l2},
    **{"l1l2": l1_l2, "activity_l1": l1, "activity_l2": l2, "activity_l1l2": l1_l2},
    **dict.fromkeys(("ActivityRegularizer", "L1L2Regularizer", "WeightRegularizer"), L1L2),
}
__all__ = [*_KNOWN, "deserialize", "get", "serialize"]
serialize = by_name.serialize


def deserialize(config: Any, custom_objects: Any = None) -> Any:
    """The regularizer of a name or a configuration."""
    found = by_name.deserialize(config, _KNOWN, custom_objects, "regularizer")
    return found() if isinstance(config, str) and found in (l1, l2, l1_l2) else found


def get(identifier: Any) -> Any:
    """The regularizer of a name, a configuration, or itself."""
    if isinstance(identifier, str) or hasattr(identifier, "items"):
        return deserialize(identifier)
    return by_name.get(identifier, _KNOWN, "regularizer")
