"""`keras.initializations` of Keras 1: functions that make a variable of a shape.

Called with a `dtype`, as the layers of Keras 2 call an initializer, they give the variable's first value instead.
Source: keras.initializations of 1.2.2.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import draws, initializers
from tfcompat.keras.singular.vectors import singular_vectors


def _makes_a_variable(value: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(value)
    def made(shape: Any, *arguments: Any, **keywords: Any) -> Any:
        name, dtype = keywords.pop("name", None), keywords.pop("dtype", None)
        found = value(tuple(shape), *arguments, **keywords)
        return keras().backend.variable(found, name=name) if dtype is None else v1.cast(found, dtype)

    return made


def get_fans(shape: tuple[int, ...], dim_ordering: str = "th") -> tuple[float, float]:
    """How many inputs and outputs a weight of this shape has; a kernel's channels come first with `th`."""
    if len(shape) in (4, 5) and dim_ordering == "th":
        field = float(np.prod(shape[2:]))
        return shape[1] * field, shape[0] * field
    if len(shape) in (2, 4, 5):
        return initializers.fans(shape)
    root = float(np.sqrt(np.prod(shape)))
    return root, root


def _uniform(shape: Any, scale: float) -> Any:
    return draws.uniform(shape, -scale, scale)


def _normal(shape: Any, scale: float) -> Any:
    return draws.normal(shape, 0.0, scale)


@_makes_a_variable
def uniform(shape: Any, scale: float = 0.05, dim_ordering: str = "th") -> Any:
    return _uniform(shape, scale)


@_makes_a_variable
def normal(shape: Any, scale: float = 0.05, dim_ordering: str = "th") -> Any:
    return _normal(shape, scale)


@_makes_a_variable
def lecun_uniform(shape: Any, dim_ordering: str = "th") -> Any:
    return _uniform(shape, np.sqrt(3.0 / get_fans(shape, dim_ordering)[0]))


@_makes_a_variable
def glorot_normal(shape: Any, dim_ordering: str = "th") -> Any:
    return _normal(shape, np.sqrt(2.0 / sum(get_fans(shape, dim_ordering))))


@_makes_a_variable
def glorot_uniform(shape: Any, dim_ordering: str = "th") -> Any:
    return _uniform(shape, np.sqrt(6.0 / sum(get_fans(shape, dim_ordering))))


@_makes_a_variable
def he_normal(shape: Any, dim_ordering: str = "th") -> Any:
    return _normal(shape, np.sqrt(2.0 / get_fans(shape, dim_ordering)[0]))


@_makes_a_variable
def he_uniform(shape: Any, dim_ordering: str = "th") -> Any:
    return _uniform(shape, np.sqrt(6.0 / get_fans(shape, dim_ordering)[0]))


@_makes_a_variable
def orthogonal(shape: Any, scale: float = 1.1, dim_ordering: str = "th") -> Any:
    flat = (shape[0], int(np.prod(shape[1:])))
    left, right = singular_vectors(np.random.normal(0.0, 1.0, flat))
    return scale * (left if left.shape == flat else right).reshape(shape)


@_makes_a_variable
def identity(shape: Any, scale: float = 1, dim_ordering: str = "th") -> Any:
    if len(shape) != 2 or shape[0] != shape[1]:
        raise ValueError("Identity matrix initialization can only be used for 2D square matrices.")
    return scale * np.identity(shape[0])


@_makes_a_variable
def zero(shape: Any, dim_ordering: str = "th") -> Any:
    return np.zeros(shape)


@_makes_a_variable
def one(shape: Any, dim_ordering: str = "th") -> Any:
    return np.ones(shape)


_KNOWN: dict[str, Any] = {
    each.__name__: each
    for each in (
        *(glorot_normal, glorot_uniform, he_normal, he_uniform, identity, lecun_uniform, normal, one, orthogonal),
        *(uniform, zero),
    )
}
__all__ = [*_KNOWN, "get", "get_fans"]


def get(identifier: Any, **kwargs: Any) -> Any:
    """The function of a name; what has another form is an initializer of Keras 2."""
    return _KNOWN[identifier] if isinstance(identifier, str) and identifier in _KNOWN else initializers.get(identifier)
