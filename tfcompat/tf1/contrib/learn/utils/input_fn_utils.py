"""`tf.contrib.learn.InputFnOps`, and functions that build the inputs of a served model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1


class InputFnOps(NamedTuple):
    """Features and labels for a model, and the placeholders that they come from."""

    features: Any
    labels: Any
    default_inputs: Any


def build_parsing_serving_input_fn(
    feature_spec: Any, default_batch_size: int | None = None
) -> Callable[[], InputFnOps]:
    """Inputs parsed from serialized `tf.Example`s, a string placeholder [batch]."""

    def serve() -> InputFnOps:
        examples = v1.placeholder(v1.string, [default_batch_size], name="input_example_tensor")
        return InputFnOps(v1.parse_example(examples, feature_spec), None, {"examples": examples})

    return serve


def build_default_serving_input_fn(
    features: dict[str, Any], default_batch_size: int | None = None
) -> Callable[[], InputFnOps]:
    """Inputs fed as they are: a placeholder for each feature, of any batch or the given one."""

    def serve() -> InputFnOps:
        fed = {}
        for name, tensor in features.items():
            shape = tensor.get_shape().as_list()
            shape[0] = default_batch_size
            fed[name] = v1.placeholder(tensor.dtype, shape, name=tensor.op.name)
        return InputFnOps(fed, None, fed)

    return serve
