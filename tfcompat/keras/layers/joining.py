"""Functions that join tensors: `keras.layers.add(inputs)` is `keras.layers.Add()(inputs)`."""

from __future__ import annotations

from typing import Any

from tfcompat.keras.engine import mirror


def add(inputs: Any, **kwargs: Any) -> Any:
    """The sum."""
    return mirror.public("Add")(**kwargs)(inputs)


def subtract(inputs: Any, **kwargs: Any) -> Any:
    """The first less the second."""
    return mirror.public("Subtract")(**kwargs)(inputs)


def multiply(inputs: Any, **kwargs: Any) -> Any:
    """The product of entries."""
    return mirror.public("Multiply")(**kwargs)(inputs)


def average(inputs: Any, **kwargs: Any) -> Any:
    """The mean."""
    return mirror.public("Average")(**kwargs)(inputs)


def maximum(inputs: Any, **kwargs: Any) -> Any:
    """The largest of entries."""
    return mirror.public("Maximum")(**kwargs)(inputs)


def minimum(inputs: Any, **kwargs: Any) -> Any:
    """The smallest of entries."""
    return mirror.public("Minimum")(**kwargs)(inputs)


def concatenate(inputs: Any, axis: int = -1, **kwargs: Any) -> Any:
    """The tensors behind each other along an axis."""
    return mirror.public("Concatenate")(axis=axis, **kwargs)(inputs)


def dot(inputs: Any, axes: Any, normalize: bool = False, **kwargs: Any) -> Any:
    """The dot product along axes, of unit vectors if `normalize`."""
    return mirror.public("Dot")(axes=axes, normalize=normalize, **kwargs)(inputs)
