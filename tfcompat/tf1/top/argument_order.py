"""Functions into whose arguments TensorFlow 2 put new ones, or whose arguments it renamed: 1.15's order and names.

Only a call that would go wrong is rearranged; any other goes straight to TensorFlow's function.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

_SCATTER = "tensor indices updates name"
# Path -> its arguments in 1.15; `old=new` for one that has another name today.
ORDERS = {
    "config.experimental.set_virtual_device_configuration": "device virtual_devices=logical_devices",
    "image.adjust_jpeg_quality": "image jpeg_quality name",
    "manip.scatter_nd": "indices updates shape name",
    "math.top_k": "input k sorted name",
    "nn.top_k": "input k sorted name",
    "numpy_function": "func inp Tout name",
    "random.experimental.create_rng_state": "seed algorithm=alg",
    "scatter_nd": "indices updates shape name",
    "tensor_scatter_add": _SCATTER,
    "tensor_scatter_nd_add": _SCATTER,
    "tensor_scatter_nd_sub": _SCATTER,
    "tensor_scatter_sub": _SCATTER,
}


def as_in_1_15(path: str) -> Callable[..., Any]:
    """The function at `path` of compat.v1, called with the arguments of 1.15."""
    pairs = [(old, new or old) for old, _, new in (each.partition("=") for each in ORDERS[path].split())]
    new_names = dict(pairs)

    def found() -> Callable[..., Any]:
        value: Any = v1
        for part in path.split("."):
            value = getattr(value, part)
        return value

    @functools.wraps(found())
    def call(*args: Any, **kwargs: Any) -> Any:
        given = {new_names.get(name, name): value for name, value in kwargs.items()}
        if len(args) == len(pairs):  # up to the last but one, the order is today's
            last = pairs[-1][1]
            if last in given:
                raise TypeError(f"tf.{path} received its argument {pairs[-1][0]!r} twice")
            args, given = args[:-1], {**given, last: args[-1]}
        return found()(*args, **given)

    return call
