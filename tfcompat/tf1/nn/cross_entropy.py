"""`tf.nn.*_cross_entropy_with_logits`, whose arguments were positional, logits first, before TensorFlow 1.0.

1.15 refuses positional use, and today's compat.v1 takes labels first: positional use in old code can only mean 0.x.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def softmax_cross_entropy_with_logits(
    _sentinel: Any = None,
    labels: Any = None,
    logits: Any = None,
    dim: Any = -1,
    name: str | None = None,
    axis: Any = None,
) -> Any:
    """As in 1.15, no gradient to the labels; `(logits, labels, name)` by position is the form of 0.x."""
    if _sentinel is not None:
        labels, logits, name = _from_position("softmax", _sentinel, labels, logits, name)
    return v1.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits, dim=dim, name=name, axis=axis)


def sparse_softmax_cross_entropy_with_logits(
    _sentinel: Any = None, labels: Any = None, logits: Any = None, name: str | None = None
) -> Any:
    """As in 1.15; `(logits, labels, name)` by position is the form of 0.x."""
    if _sentinel is not None:
        labels, logits, name = _from_position("sparse_softmax", _sentinel, labels, logits, name)
    return v1.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits, name=name)


def sigmoid_cross_entropy_with_logits(
    _sentinel: Any = None, labels: Any = None, logits: Any = None, name: str | None = None, targets: Any = None
) -> Any:
    """As in 1.15; `(logits, targets, name)` by position, or `targets=`, is the form of 0.x."""
    if targets is not None and labels is None:
        labels = targets
    if _sentinel is not None:
        labels, logits, name = _from_position("sigmoid", _sentinel, labels, logits, name)
    return v1.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits, name=name)


def _from_position(kind: str, first: Any, second: Any, third: Any, name: str | None) -> tuple[Any, Any, str | None]:
    """Labels, logits and name of a call in the order of 0.x: logits, labels, name."""
    if third is not None and not isinstance(third, str):
        raise ValueError(
            f"tf.nn.{kind}_cross_entropy_with_logits expected labels=... and logits=..., or logits and labels by "
            "position as before TensorFlow 1.0, but received one argument by position and logits= as well"
        )
    return second, first, third if isinstance(third, str) else name
