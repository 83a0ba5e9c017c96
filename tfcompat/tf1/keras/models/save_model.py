"""`tf.keras.models.save_model` with the order of arguments of 1.15."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras


def save_model(
    model: Any,
    filepath: Any,
    overwrite: bool = True,
    include_optimizer: bool = True,
    save_format: str | None = None,
    signatures: Any = None,
    **kwargs: Any,
) -> None:
    """Writes the model to an HDF5 file, or to a SavedModel if `save_format` is `tf`."""
    if signatures is not None:
        kwargs["signatures"] = signatures
    keras().models.save_model(
        model, filepath, overwrite, save_format=save_format, include_optimizer=include_optimizer, **kwargs
    )
