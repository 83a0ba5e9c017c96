"""`tf.get_variable` runs its regularizer once, in `<name>/Regularizer`; TensorFlow 2 runs it once more outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.variable_scope._VariableStore._get_single_variable")
def get_single_variable(
    original: Callable[..., Any], self: Any, name: str, *args: Any, regularizer: Any = None, **options: Any
) -> Any:
    known = name in self._vars
    variable = original(self, name, *args, **options)
    if known or regularizer is None or context.executing_eagerly():
        return variable
    with ops.colocate_with(variable), ops.name_scope(name + "/Regularizer/"):
        loss = regularizer(variable)
    if loss is not None:
        ops.add_to_collection(ops.GraphKeys.REGULARIZATION_LOSSES, loss)
    return variable
