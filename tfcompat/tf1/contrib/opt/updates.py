"""Updates of rows, and kernels that update, for variables of both kinds: references and resources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import resource_variable_ops
from tfcompat.backend.internals_training import gen_training_ops, state_ops
from tfcompat.backend.v1api import v1


def is_resource(variable: Any) -> bool:
    return isinstance(variable, resource_variable_ops.BaseResourceVariable)


def scatter_add(variable: Any, indices: Any, values: Any, lock: Any = False) -> Any:
    """Adds to rows; answers the whole variable as it is then."""
    if not is_resource(variable):
        return state_ops.scatter_add(variable, indices, values, use_locking=lock)
    return _then(variable, resource_variable_ops.resource_scatter_add(variable.handle, indices, values))


def scatter_update(variable: Any, indices: Any, values: Any, lock: Any = False) -> Any:
    """Overwrites rows; answers the whole variable as it is then."""
    if not is_resource(variable):
        return state_ops.scatter_update(variable, indices, values, use_locking=lock)
    return _then(variable, resource_variable_ops.resource_scatter_update(variable.handle, indices, values))


def _then(variable: Any, update: Any) -> Any:
    with v1.control_dependencies([update]):
        return variable.value()


def kernel(name: str, variable: Any, *slots: Any) -> Callable[..., Any]:
    """The op `Apply<name>` or `ResourceApply<name>` on a variable and its slots, to be called with what is left.

    It is an Operation in both cases.
    """
    if is_resource(variable):
        call = getattr(gen_training_ops, f"resource_apply_{name}")
        return lambda *rest, **options: call(variable.handle, *(slot.handle for slot in slots), *rest, **options)
    call = getattr(gen_training_ops, f"apply_{name}")
    references = [each._ref() for each in (variable, *slots)]
    return lambda *rest, **options: call(*references, *rest, **options).op


def casts(dtype: Any, *tensors: Any) -> list[Any]:
    return [v1.cast(tensor, dtype.base_dtype) for tensor in tensors]
