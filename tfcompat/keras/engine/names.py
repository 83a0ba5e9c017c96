"""Names of models: `sequential_1`, `model_1`; Keras counts from one."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras


def of_model(instance: Any) -> str:
    """The class in small letters and how many of it the graph holds."""
    prefix = type(instance).__name__.lower()
    return f"{prefix}_{keras().backend.get_uid(prefix)}"
