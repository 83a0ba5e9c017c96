"""The losses of contrib.learn's heads. Each answers the mean to train on and the weighted average to show."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import weights_broadcast_ops
from tfcompat.backend.v1api import v1


def mean_squared(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "mean_squared_loss", (logits, labels)) as name:
        labels, logits = _columns(labels, logits)
        return weighted(v1.math.squared_difference(logits, v1.cast(labels, v1.float32), name=name), weights)


def poisson(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "_poisson_loss", (logits, labels)) as name:
        labels, logits = _columns(labels, logits)
        return weighted(v1.nn.log_poisson_loss(labels, logits, compute_full_loss=True, name=name), weights)


def log_loss_of_two_classes(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "log_loss_with_two_classes", (logits, labels)) as name:
        logits = v1.convert_to_tensor(logits)
        labels = v1.cast(labels, v1.float32)
        if len(labels.get_shape()) == 1:
            labels = v1.expand_dims(labels, axis=1)
        return weighted(v1.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name=name), weights)


def softmax_cross_entropy(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "softmax_cross_entropy_loss", (logits, labels)) as name:
        labels = v1.convert_to_tensor(labels)
        if not labels.dtype.is_integer:
            raise ValueError(f"Labels dtype should be integer Instead got {labels.dtype}.")
        column = len(labels.get_shape()) == 2
        if column:
            labels = v1.squeeze(labels, axis=(1,))
        loss = v1.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name=name)
        return weighted(v1.expand_dims(loss, axis=(1,)) if column else loss, weights)


def sigmoid_cross_entropy(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "sigmoid_cross_entropy_loss", (logits, labels)) as name:
        labels = v1.cast(labels, v1.float32)
        return weighted(v1.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name=name), weights)


def hinge(labels: Any, logits: Any, weights: Any = None) -> tuple[Any, Any]:
    with v1.name_scope(None, "hinge_loss", (logits, labels)) as name:
        message = ("labels shape should be either [batch_size, 1] or [batch_size]",)
        with v1.control_dependencies((v1.Assert(v1.less_equal(v1.rank(labels), 2), message),)):
            labels = v1.reshape(labels, shape=(-1, 1))
        none = v1.losses.Reduction.NONE
        return weighted(v1.losses.hinge_loss(labels=labels, logits=logits, scope=name, reduction=none), weights)


def weighted(loss: Any, weights: Any) -> tuple[Any, Any]:
    """The mean of a loss, and its average by the weights."""
    with v1.name_scope("loss", values=(loss, weights)) as scope:
        if weights is None:
            mean = v1.reduce_mean(loss, name=scope)
            return mean, mean
        weights = weights_broadcast_ops.broadcast_weights(weights, loss)
        with v1.name_scope(None, "weighted_loss", (loss, weights)) as name:
            product = v1.multiply(loss, weights, name=name)
        mean = v1.reduce_mean(product, name=scope)
        total = v1.cast(v1.reduce_sum(weights), v1.float32)
        return mean, v1.div(v1.reduce_sum(product), total, name="weighted_average_loss")


def weight_tensor(features: dict[str, Any], name: str | None) -> Any:
    """The column of weights, float32 [batch, 1], or None."""
    if not name:
        return None
    if name not in features:
        raise ValueError(f"Weights {name} missing from features.")
    with v1.name_scope(None, "weight_tensor", tuple(features.values())):
        weights = v1.cast(features[name], v1.float32)
        if weights.get_shape().ndims != 1:
            return weights
        v1.logging.warning(f"Weights {name} has shape {weights.get_shape()}, expanding to make it 2d.")
        reshape = v1.sparse_reshape if isinstance(weights, v1.SparseTensor) else v1.reshape
        return reshape(weights, (-1, 1))


def _columns(labels: Any, logits: Any) -> tuple[Any, Any]:
    logits, labels = v1.convert_to_tensor(logits), v1.convert_to_tensor(labels)
    if len(labels.get_shape()) == 1:
        labels = v1.expand_dims(labels, axis=1)
    if len(logits.get_shape()) == 1:
        logits = v1.expand_dims(logits, axis=1)
    logits.get_shape().assert_is_compatible_with(labels.get_shape())
    return labels, logits
