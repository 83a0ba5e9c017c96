"""Gradient of `SparseSoftmaxCrossEntropyWithLogits`: through a `PreventGradient`, and none for the second output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops
from tfcompat.backend.internals_gradients import replaces_gradient

_MESSAGE = "Currently there is no way to take the second derivative of sparse_softmax_cross_entropy_with_logits"


@replaces_gradient("SparseSoftmaxCrossEntropyWithLogits")
def sparse_softmax_cross_entropy(original: Callable[..., Any], op: Any, grad: Any, _: Any) -> Any:
    backprop = array_ops.prevent_gradient(op.outputs[1], message=_MESSAGE)
    return array_ops.expand_dims(grad, -1) * backprop, None
