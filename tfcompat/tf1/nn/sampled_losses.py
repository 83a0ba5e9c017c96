"""`tf.nn.nce_loss` and `tf.nn.sampled_softmax_loss`; before TensorFlow 1.0 the inputs came before the labels."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.top.forms import is_floating, is_integer


@functools.wraps(v1.nn.nce_loss)
def nce_loss(weights: Any, biases: Any, labels: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
    """As in 1.15, and in the order of 0.x where the types show it."""
    labels, inputs = _ordered(labels, inputs)
    return v1.nn.nce_loss(weights, biases, labels, inputs, *args, **kwargs)


@functools.wraps(v1.nn.sampled_softmax_loss)
def sampled_softmax_loss(weights: Any, biases: Any, labels: Any, inputs: Any, *args: Any, **kwargs: Any) -> Any:
    """As in 1.15, and in the order of 0.x where the types show it."""
    labels, inputs = _ordered(labels, inputs)
    return v1.nn.sampled_softmax_loss(weights, biases, labels, inputs, *args, **kwargs)


def _ordered(labels: Any, inputs: Any) -> tuple[Any, Any]:
    """Labels are class numbers and inputs are activations; integer activations would fail in both orders."""
    if is_floating(labels) and is_integer(inputs):
        return inputs, labels
    return labels, inputs
