"""Losses of each example, of outputs [B, C] and targets [B] or [B, C]."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.losses import hinge_loss


def mean_squared(logits: Any, target: Any) -> Any:
    target = _as_matrix(target)
    logits.get_shape().assert_is_compatible_with(target.get_shape())
    return v1.squared_difference(logits, v1.cast(target, v1.float32))


def log_loss_of_two_classes(logits: Any, target: Any) -> Any:
    return v1.nn.sigmoid_cross_entropy_with_logits(labels=v1.cast(_as_matrix(target), v1.float32), logits=logits)


def softmax_cross_entropy(logits: Any, target: Any) -> Any:
    """
    Raises:
      ValueError: the target is no integer.
    """
    if not target.dtype.is_integer:
        raise ValueError(f"Target's dtype should be integer Instead got {target.dtype}.")
    if len(target.get_shape()) == 2:
        target = v1.squeeze(target, axis=[1])
    return v1.nn.sparse_softmax_cross_entropy_with_logits(labels=target, logits=logits)


def hinge(logits: Any, target: Any) -> Any:
    text = ["target's shape should be either [batch_size, 1] or [batch_size]"]
    with v1.control_dependencies([v1.Assert(v1.less_equal(v1.rank(target), 2), text)]):
        target = v1.reshape(target, shape=[v1.shape(target)[0], 1])
    return hinge_loss(logits, target)


def _as_matrix(target: Any) -> Any:
    return v1.expand_dims(target, axis=1) if len(target.get_shape()) == 1 else target
