"""`keras.utils.generic_utils` of Keras 1 and 2.3.1, as far as code of that time called it."""

from __future__ import annotations

import inspect
from typing import Any

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.src.utils.generic_utils": "check_for_unexpected_keys func_dump func_load has_arg is_all_none slice_arrays"
}
__all__ = sorted([*lazy.names(HOMES), "getargspec", "make_tuple", "object_list_uid", "to_list", "unpack_singleton"])
__getattr__ = lazy.getter(__name__, HOMES)


def getargspec(fn: Any) -> inspect.FullArgSpec:
    """A function's arguments."""
    return inspect.getfullargspec(fn)


def make_tuple(*args: Any) -> tuple[Any, ...]:
    """The arguments as a tuple."""
    return args


def to_list(x: Any, allow_tuple: bool = False) -> list[Any]:
    """The list itself, or what is no list as the only one of a list."""
    if isinstance(x, list) or (allow_tuple and isinstance(x, tuple)):
        return list(x) if isinstance(x, tuple) else x
    return [x]


def unpack_singleton(x: Any) -> Any:
    """The only element, or what has several as it is."""
    return x[0] if len(x) == 1 else x


def object_list_uid(object_list: Any) -> str:
    """A text that names these objects."""
    return ", ".join(str(abs(id(each))) for each in to_list(object_list))
