"""`tf.zeros([n, 3])` with a tensor `n` multiplies the sizes in the graph, only to find that they are not numbers.

1.15 tested `np.prod(shape) < 1000` before it gave up on a constant, and the product and the comparison stayed.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops._constant_if_small")
def constant_if_small(original: Callable[..., Any], value: Any, shape: Any, *args: Any, **options: Any) -> Any:
    if (
        isinstance(shape, (list, tuple))
        and any(isinstance(size, tensor_lib.Tensor) for size in shape)
        and not context.executing_eagerly()
    ):
        _ = functools.reduce(operator.mul, shape) < 1000
        return None
    return original(value, shape, *args, **options)
