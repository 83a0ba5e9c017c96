"""`tf.confusion_matrix` adds a sparse tensor to a matrix of zeros; TensorFlow 2 scatters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import (
    array_ops,
    array_ops_stack,
    check_ops,
    confusion,
    context,
    control_flow_ops,
    dtypes,
    math_ops,
    ops,
    sparse_ops,
    sparse_tensor,
)
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.confusion_matrix.confusion_matrix")
def confusion_matrix(
    original: Callable[..., Any],
    labels: Any,
    predictions: Any,
    num_classes: Any = None,
    weights: Any = None,
    dtype: Any = dtypes.int32,
    name: str | None = None,
) -> Any:
    if context.executing_eagerly():
        return original(labels, predictions, num_classes, weights, dtype, name)
    with ops.name_scope(name, "confusion_matrix", (predictions, labels, num_classes, weights)):
        labels, predictions = confusion.remove_squeezable_dimensions(
            ops.convert_to_tensor(labels, name="labels"), ops.convert_to_tensor(predictions, name="predictions")
        )
        predictions = math_ops.cast(predictions, dtypes.int64)
        labels = math_ops.cast(labels, dtypes.int64)
        labels = _after(check_ops.assert_non_negative(labels, message="`labels` contains negative values"), labels)
        message = "`predictions` contains negative values"
        predictions = _after(check_ops.assert_non_negative(predictions, message=message), predictions)
        if num_classes is None:
            num_classes = math_ops.maximum(math_ops.reduce_max(predictions), math_ops.reduce_max(labels)) + 1
        else:
            bound = math_ops.cast(num_classes, dtypes.int64)
            labels = _after(check_ops.assert_less(labels, bound, message="`labels` out of bound"), labels)
            check = check_ops.assert_less(predictions, bound, message="`predictions` out of bound")
            predictions = _after(check, predictions)
        if weights is not None:
            weights = ops.convert_to_tensor(weights, name="weights")
            predictions.get_shape().assert_is_compatible_with(weights.get_shape())
            weights = math_ops.cast(weights, dtype)
        shape = array_ops_stack.stack([num_classes, num_classes])
        indices = array_ops_stack.stack([labels, predictions], axis=1)
        values = array_ops.ones_like(predictions, dtype) if weights is None else weights
        counted = sparse_tensor.SparseTensor(indices, values, math_ops.cast(shape, dtypes.int64))
        return sparse_ops.sparse_add(array_ops.zeros(math_ops.cast(shape, dtypes.int32), dtype), counted)


def _after(check: Any, value: Any) -> Any:
    return control_flow_ops.with_dependencies([check], value)
