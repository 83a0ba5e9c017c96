"""Python functions as operations, with nested arguments and results."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_framework import nest
from tfcompat.backend.v1api import v1


def py_func(
    func: Callable[..., Any],
    args: Any = (),
    kwargs: dict[str, Any] | None = None,
    output_types: Any = None,
    output_shapes: Any = None,
    stateful: bool = True,
    name: str | None = None,
) -> Any:
    """What `func(*args, **kwargs)` gives at the run, in the structure of `output_types`.

    Types and shapes may also be functions of the arguments.

    Raises:
      TypeError: `args` is no sequence, or `kwargs` no dictionary.
    """
    kwargs = {} if kwargs is None else kwargs
    if not isinstance(args, (list, tuple)):
        raise TypeError(f"args must be list and not {type(args)}. args: {args}")
    if not isinstance(kwargs, dict):
        raise TypeError(f"kwargs must be dict and not {type(kwargs)}. args: {kwargs}")
    if callable(output_types):
        output_types = output_types(*args, **kwargs)
    if callable(output_shapes):
        output_shapes = output_shapes(*args, **kwargs)
    given = (args, kwargs)

    def call(*arrays: Any) -> Any:
        positional, named = nest.pack_sequence_as(given, arrays)
        result = func(*positional, **named)
        nest.assert_shallow_structure(output_types, result)
        return nest.flatten(result)

    results = v1.py_func(call, nest.flatten(given), nest.flatten(output_types), stateful=stateful, name=name)
    if output_shapes is not None:
        shapes = nest.map_structure_up_to(output_types, v1.TensorShape, output_shapes)
        for result, shape in zip(results, nest.flatten(shapes), strict=True):
            result.set_shape(shape)
    return nest.pack_sequence_as(output_types, results)
