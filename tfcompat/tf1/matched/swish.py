"""`tf.nn.swish` has no `beta`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import custom_gradient, math_ops, ops
from tfcompat.backend.replace import replaces


def _swish(features: Any) -> Any:
    def grad(dy: Any) -> Any:
        with ops.control_dependencies([dy]):
            gate = math_ops.sigmoid(features)
        return dy * (gate * (1.0 + features * (1.0 - gate)))

    return features * math_ops.sigmoid(features), grad


@replaces("tensorflow.python.ops.nn_impl.swish")
def swish(original: Callable[..., Any], features: Any, beta: Any = 1.0) -> Any:
    if not isinstance(beta, float) or beta != 1.0:
        return original(features, beta)
    return custom_gradient.custom_gradient(_swish)(ops.convert_to_tensor(features, name="features"))
