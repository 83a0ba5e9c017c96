"""`keras.layers.Lambda` of 2.3.1: a function that is read from a file finds `K` among Keras' own globals."""

from __future__ import annotations

from typing import Any

from tfcompat.keras import backend
from tfcompat.keras.engine import mirror

_Lambda: Any = mirror.public("Lambda")


class Lambda(_Lambda):
    """A function as a layer."""

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        return super().from_config(config, {"K": backend, **(custom_objects or {})})


mirror.replace(_Lambda._tfcompat_original, Lambda)
