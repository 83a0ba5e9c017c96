"""What trains a head's loss: an optimizer, or a function of the loss."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def train_op(loss: Any, optimizer: Any, train_op_fn: Any) -> Any:
    """The op of exactly one of both.

    Raises:
      ValueError: both are given, or neither is.
    """
    if optimizer is not None and train_op_fn is not None:
        raise ValueError("train_op_fn and optimizer cannot both be set.")
    if optimizer is not None:
        return optimizer.minimize(loss, global_step=v1.train.get_global_step())
    if train_op_fn is None:
        raise ValueError("train_op_fn and optimizer cannot both be None.")
    return train_op_fn(loss)
