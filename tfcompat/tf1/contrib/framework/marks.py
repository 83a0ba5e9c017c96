"""Marks functions as experimental."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_framework import decorator_utils, tf_logging

_NOTICE = "THIS FUNCTION IS EXPERIMENTAL. It may change or be removed at any time, and without warning."


def experimental(func: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which warns at each call and says so in its docstring.

    Raises:
      ValueError: it cannot be called.
    """
    decorator_utils.validate_callable(func, "experimental")

    @functools.wraps(func)
    def warned(*args: Any, **kwargs: Any) -> Any:
        tf_logging.warning(
            "%s (from %s) is experimental and may change or be removed at any time, and without warning.",
            decorator_utils.get_qualified_name(func),
            func.__module__,
        )
        return func(*args, **kwargs)

    warned.__doc__ = decorator_utils.add_notice_to_docstring(
        func.__doc__, "", "EXPERIMENTAL FUNCTION", "(experimental)", [_NOTICE]
    )
    return warned
