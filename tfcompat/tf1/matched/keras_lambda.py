"""A `Lambda` read from a file finds `K`, Keras' backend, among the globals of Keras' own module, as in 1.15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import keras


@replaces("tf_keras.src.utils.generic_utils.func_load")
def func_load(
    original: Callable[..., Any], code: Any, defaults: Any = None, closure: Any = None, globs: Any = None
) -> Any:
    return original(code, defaults, closure, None if globs is None else {"K": keras().backend, **globs})
