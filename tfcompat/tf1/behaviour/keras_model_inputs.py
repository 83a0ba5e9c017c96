"""A Keras model is called with inputs of any shape that its layers take, not only of the one it was built with.

So 1.15 shared a network among images of several sizes, and gave each vector or a sequence of them to a `Dense` stack.
tf_keras compares with the shape of the `Input`, and adds or takes away a last dimension of 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.replace import replaces
from tfcompat.backend.v1api import keras, v1


@replaces("tf_keras.src.engine.input_spec.assert_input_compatibility")
def assert_input_compatibility(original: Callable[..., Any], input_spec: Any, inputs: Any, layer_name: str) -> None:
    specs = v1.nest.flatten(input_spec)
    # `allow_last_axis_squeeze` marks what tf_keras asks of a whole model.
    if all(getattr(each, "allow_last_axis_squeeze", False) for each in specs) and not _trains_eagerly():
        new = keras().layers.InputSpec
        input_spec = [new(allow_last_axis_squeeze=True, name=each.name, optional=each.optional) for each in specs]
    original(input_spec, inputs, layer_name)


@replaces("tf_keras.src.engine.functional.Functional._conform_to_reference_input")
def conform_to_reference_input(original: Callable[..., Any], model: Any, tensor: Any, ref_input: Any) -> Any:
    if isinstance(tensor, v1.Tensor) and not v1.executing_eagerly_outside_functions():
        return v1.cast(tensor, ref_input.dtype)
    return original(model, tensor, ref_input)


def _trains_eagerly() -> bool:
    """Whether a function is being traced in eager mode: `fit` leaves the comparison of its arrays to the model."""
    eager = v1.executing_eagerly_outside_functions() and not context.executing_eagerly()
    return bool(eager) and not v1.get_default_graph().name.endswith("scratch_graph")
