"""Rows gathered from a resource variable pass through an `Identity`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, context, dtypes
from tfcompat.backend.replace import replaces

_VARIABLE = "tensorflow.python.ops.resource_variable_ops.BaseResourceVariable"


@replaces(f"{_VARIABLE}.sparse_read")
def sparse_read(original: Callable[..., Any], self: Any, indices: Any, name: str | None = None) -> Any:
    value = original(self, indices, name)
    if context.executing_eagerly() or self.dtype == dtypes.variant:
        return value
    return array_ops.identity(value)
