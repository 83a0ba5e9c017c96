"""`tf.contrib.framework.zero_initializer`, without the kernel that 1.15 had for it."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def zero_initializer(ref: Any, use_locking: bool = True, name: str = "zero_initializer") -> Any:
    """An operation that gives a variable, which must not have a value yet, zeros; returns the variable.

    Running it twice fails with FailedPreconditionError's neighbour InvalidArgumentError, as in 1.15.
    """
    with v1.name_scope(name):
        fresh = v1.logical_not(v1.is_variable_initialized(ref))
        checked = v1.Assert(fresh, ["input is already initialized"])
        with v1.control_dependencies([checked]):
            return v1.assign(ref, v1.zeros(ref.get_shape(), ref.dtype.base_dtype), use_locking=use_locking)
