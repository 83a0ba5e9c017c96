"""`keras.models` of 2.3.1."""

from __future__ import annotations

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.keras.engine.model": "Model Network=Model Container=Model",
    "tfcompat.keras.engine.sequential": "Sequential",
    "tfcompat.keras.engine.saving": (
        "load_model model_from_config model_from_json model_from_yaml save_model clone_model"
    ),
    "tfcompat.keras.layers": "Input InputLayer Layer",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
