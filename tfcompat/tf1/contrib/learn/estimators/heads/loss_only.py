"""A head that adds losses and predicts nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, ModeKeys
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps


class LossOnlyHead:
    """The losses that `loss_fn()` answers, one or a list, such as a regularization."""

    logits_dimension = 0

    def __init__(self, loss_fn: Callable[[], Any], head_name: str | None = None) -> None:
        self._loss_fn = loss_fn
        self.head_name = head_name or "loss_only_head"

    def create_model_fn_ops(
        self,
        features: dict[str, Any],
        mode: str,
        labels: Any = None,
        train_op_fn: Any = None,
        logits: Any = None,
        logits_input: Any = None,
        scope: Any = None,
    ) -> ModelFnOps:
        """The loss and what trains it; features, labels and logits are not looked at.

        Raises:
          ValueError: the mode is none of the three, or there is nothing to train by.
        """
        ModeKeys.validate(mode)
        loss = train_op = None
        if mode != ModeKeys.INFER:
            with v1.variable_scope(scope, default_name=self.head_name):
                loss = self._loss_fn()
                loss = v1.add_n(loss) if isinstance(loss, list) else loss
                with v1.name_scope(""):
                    v1.summary.scalar(f"{MetricKey.LOSS}/{self.head_name}", v1.identity(loss))
                if mode == ModeKeys.TRAIN:
                    if train_op_fn is None:
                        raise ValueError("train_op_fn can not be None in TRAIN mode")
                    with v1.name_scope(None, "train_op", (loss,)):
                        train_op = train_op_fn(loss)
        return ModelFnOps(mode=mode, predictions={}, loss=loss, train_op=train_op, eval_metric_ops={})


def loss_only_head(loss_fn: Callable[[], Any], head_name: str | None = None) -> LossOnlyHead:
    """A head for losses that depend on no labels, to be one of several heads."""
    return LossOnlyHead(loss_fn, head_name)
