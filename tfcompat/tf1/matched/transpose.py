"""`tf.transpose` of an unknown rank computes the order as `rank - 1 - range(rank)`, and names a converted value `x`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import context, gen_array_ops, gen_math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.transpose")
def transpose(
    original: Callable[..., Any], a: Any, perm: Any = None, name: str = "transpose", conjugate: bool = False
) -> Any:
    if context.executing_eagerly():
        return original(a, perm, name, conjugate)
    with ops.name_scope(name, "transpose", [a]) as scope:
        if perm is None:
            a = ops.convert_to_tensor(a, name="a")
        conjugate = conjugate and ops.convert_to_tensor(a).dtype.is_complex
        swap = gen_array_ops.conjugate_transpose if conjugate else gen_array_ops.transpose
        if perm is not None:
            return swap(a, perm, name=scope)
        if a.get_shape().ndims:
            return swap(a, a.get_shape().ndims - 1 - np.arange(a.get_shape().ndims), name=scope)
        rank = gen_array_ops.rank(a)
        result = swap(a, rank - 1 - gen_math_ops._range(0, rank, 1), name=scope)
        if a.get_shape().dims is not None:
            result.set_shape(a.get_shape().dims[::-1])
        return result
