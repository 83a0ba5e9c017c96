"""Arguments of Keras 1 turned into those of Keras 2, with the warning of Keras 2.3.1."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any

import numpy as np

from tfcompat.keras.legacy import sizes, tables

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep
Call = tuple[tuple[Any, ...], dict[str, Any]]


def layer(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Call:
    """The arguments of a layer's constructor as Keras 2 takes them.

    Raises:
      TypeError: too many arguments without a name, or an argument under its old and its new name.
    """
    kind = tables.LAYERS.get(name)
    if kind is None:
        return args, kwargs
    args, kwargs, changed = sizes.prepare(name, kind, args, dict(kwargs))
    allowed, renames = tables.KINDS[kind]
    if allowed is not None and len(args) > len(allowed.split()):
        raise TypeError(
            f"`{name}` can accept only {len(allowed.split())} positional arguments {tuple(allowed.split())}, "
            f"but you passed the following positional arguments: {list(args)}"
        )
    return args, rename(name, args, kwargs, renames, changed)


def rename(name: str, args: tuple[Any, ...], kwargs: dict[str, Any], renames: str, changed: bool) -> dict[str, Any]:
    """The keywords under their new names (`old=new`, separated by blanks); warns if any, or `changed`."""
    for old, values in tables.VALUES.items():
        if old in kwargs and f"{old}=" in renames and kwargs[old] in values:
            kwargs[old] = values[kwargs[old]]
    for row in renames.split():
        old, _, new = row.partition("=")
        if old not in kwargs:
            continue
        value = kwargs.pop(old)
        if new in kwargs:
            raise TypeError(
                f"For the `{new}` argument, the layer received both the legacy keyword argument `{old}` and the "
                f"Keras 2 keyword argument `{new}`. Stick to the latter!"
            )
        kwargs[new] = value
        changed = True
    if changed:
        shown = ", ".join([*map(_shown, args), *(f"{key}={_shown(value)}" for key, value in kwargs.items())])
        warn(f"Update your `{name}` call to the Keras 2 API: `{name}({shown})`")
    return kwargs


def warn(text: str) -> None:
    """A warning at the line of the user's that called Keras."""
    level, frame = 2, sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_HERE):
        level, frame = level + 1, frame.f_back
    warnings.warn(text, UserWarning, stacklevel=level)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    text = "array" if isinstance(value, np.ndarray) else str(value)
    return text if len(text) <= 10 else text[:10] + "..."
