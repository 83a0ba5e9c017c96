"""`tf.matrix_diag`, `tf.matrix_diag_part`, `tf.matrix_set_diag` without an offset: the ops without one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, gen_array_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.matrix_diag")
def matrix_diag(original: Callable[..., Any], diagonal: Any, name: str = "diag", *args: Any, **options: Any) -> Any:
    if args or options or context.executing_eagerly():
        return original(diagonal, name, *args, **options)
    return gen_array_ops.matrix_diag(diagonal=diagonal, name=name)


@replaces("tensorflow.python.ops.array_ops.matrix_diag_part")
def matrix_diag_part(original: Callable[..., Any], input: Any, name: str = "diag_part", *args: Any, **opts: Any) -> Any:
    if args or opts or context.executing_eagerly():
        return original(input, name, *args, **opts)
    return gen_array_ops.matrix_diag_part(input=input, name=name)


@replaces("tensorflow.python.ops.array_ops.matrix_set_diag")
def matrix_set_diag(
    original: Callable[..., Any], input: Any, diagonal: Any, name: str = "set_diag", *args: Any, **options: Any
) -> Any:
    if args or options or context.executing_eagerly():
        return original(input, diagonal, name, *args, **options)
    return gen_array_ops.matrix_set_diag(input=input, diagonal=diagonal, name=name)
