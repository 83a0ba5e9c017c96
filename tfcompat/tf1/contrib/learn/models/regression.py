"""Linear and logistic regression with variables `weights` and `bias`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.ops import losses_ops


def linear_regression(x: Any, y: Any, init_mean: float | None = None, init_stddev: float = 1.0) -> tuple[Any, Any]:
    """Predictions and mean squared error for features [batch, n] and labels [batch] or [batch, outputs].

    The variables start from a normal distribution where `init_mean` is given.
    """
    with v1.variable_scope("linear_regression"):
        width = 1 if len(y.get_shape()) == 1 else y.get_shape()[1]
        weights, bias = _variables(x, y, width, init_mean, init_stddev)
        return losses_ops.mean_squared_error_regressor(x, y, weights, bias)


def linear_regression_zero_init(x: Any, y: Any) -> tuple[Any, Any]:
    """`linear_regression` from zeros."""
    return linear_regression(x, y, init_mean=0.0, init_stddev=0.0)


def logistic_regression(
    x: Any, y: Any, class_weight: Any = None, init_mean: float | None = None, init_stddev: float = 1.0
) -> tuple[Any, Any]:
    """Probabilities and cross entropy for features [batch, n] and one-hot labels [batch, classes].

    `class_weight` [classes] multiplies the logits; by default it is the graph's tensor `class_weight:0`, if any.
    """
    with v1.variable_scope("logistic_regression"):
        weights, bias = _variables(x, y, y.get_shape()[-1], init_mean, init_stddev)
        if class_weight is None:
            class_weight = _tensor("class_weight:0")
        return losses_ops.softmax_classifier(x, y, weights, bias, class_weight=class_weight)


def logistic_regression_zero_init(x: Any, y: Any) -> tuple[Any, Any]:
    """`logistic_regression` from zeros."""
    return logistic_regression(x, y, init_mean=0.0, init_stddev=0.0)


def _variables(x: Any, y: Any, width: Any, mean: float | None, stddev: float) -> tuple[Any, Any]:
    scope = v1.get_variable_scope().name
    v1.summary.histogram(f"{scope}.x", x)
    v1.summary.histogram(f"{scope}.y", y)
    dtype = x.dtype.base_dtype
    found = []
    for name, shape in (("weights", [x.get_shape()[1], width]), ("bias", [width])):
        start = None if mean is None else v1.random_normal_initializer(mean, stddev, dtype=dtype)
        found.append(v1.get_variable(name, shape, initializer=start, dtype=dtype))
    weights, bias = found
    v1.summary.histogram(f"{scope}.weights", weights)
    v1.summary.histogram(f"{scope}.bias", bias)
    return weights, bias


def _tensor(name: str) -> Any:
    try:
        return v1.get_default_graph().get_tensor_by_name(name)
    except KeyError:
        return None
