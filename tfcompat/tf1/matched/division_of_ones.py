"""`1. / x` divides, and rounds each quotient once, as it did in 1.15.

Before a graph runs, TensorFlow's optimizer makes a `Reciprocal` of a division of ones. In 1.15 that kernel divided;
today it approximates and is off by up to two units in the last place. `1. / (1. + tf.exp(-x))` then is 1 - 2 ** -24
where 1.15 had 1, and `tf.log(1. - y)` of it is finite where 1.15 had -inf.
Source: `ConstantFolding::ReplaceDivisionOfOnesByReciprocal`, `generic_reciprocal_newton_step` of Eigen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, tensor_lib, tensor_util
from tfcompat.backend.new_attributes import keep_as_it_is
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.gen_math_ops.real_div")
def real_div(original: Callable[..., Any], x: Any, y: Any, name: str | None = None) -> Any:
    quotient = original(x, y, name=name)
    if isinstance(quotient, tensor_lib.Tensor) and not context.executing_eagerly():
        dividend, divisor = quotient.op.inputs
        # 1.15 took the root's reciprocal; left a division, `1. / tf.sqrt(x)` would become a product with `Rsqrt`.
        if quotient.dtype.is_floating and divisor.op.type != "Sqrt" and _all_ones(dividend):
            keep_as_it_is(quotient.op)
    return quotient


def _all_ones(tensor: Any) -> bool:
    if tensor.op.type == "Fill":
        return _all_ones(tensor.op.inputs[1])
    if tensor.op.type != "Const":
        return bool(tensor.op.type == "OnesLike")
    return bool((tensor_util.constant_value(tensor) == 1).all())
