"""Several heads on one network: their losses added, metrics and predictions side by side."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.heads.base import no_op_train_fn
from tfcompat.tf1.contrib.learn.estimators.heads.loss_only import LossOnlyHead
from tfcompat.tf1.contrib.learn.estimators.keys import ModeKeys
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps


class MultiHead:
    """Predictions are kept by (head's name, key); metrics end in the head's name."""

    def __init__(self, heads: list[Any], loss_weights: list[float] | None) -> None:
        if loss_weights and len(loss_weights) != len(heads):
            raise ValueError("heads and loss_weights must have same size")
        if not all(head.head_name for head in heads):
            raise ValueError("Members of MultiHead must have names.")
        self._heads = list(heads)
        self._loss_weights = loss_weights
        self.logits_dimension = sum(head.logits_dimension for head in heads)

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
        """The model's ops for logits [batch, sum of the heads'], a dict of each head's, or the layer below them.

        Raises:
          ValueError: the mode is none of the three, or there is nothing to train by.
        """
        ModeKeys.validate(mode)
        parts = [
            head.create_model_fn_ops(
                features, mode, labels, no_op_train_fn, scope=scope, logits_input=logits_input, **given
            )
            if logits is None
            else head.create_model_fn_ops(features, mode, labels, no_op_train_fn, scope=scope, **given)
            for head, given in zip(self._heads, self._logits(logits), strict=True)
        ]
        if mode == ModeKeys.INFER:
            return self._infer(parts)
        loss = self._loss([part.loss for part in parts])
        metrics = {key: value for part in parts for key, value in (part.eval_metric_ops or {}).items()}
        if mode == ModeKeys.EVAL:
            return ModelFnOps(mode=mode, predictions=self._predictions(parts), loss=loss, eval_metric_ops=metrics)
        if train_op_fn is None:
            raise ValueError("train_op_fn can not be None in TRAIN mode.")
        train_op = v1.group(train_op_fn(loss), *(part.train_op for part in parts))
        return ModelFnOps(mode=mode, loss=loss, train_op=train_op, eval_metric_ops=metrics)

    def _logits(self, logits: Any) -> list[dict[str, Any]]:
        """The argument for each head; no head has one where the layer below is given."""
        if logits is None:
            return [{} for _ in self._heads]
        if isinstance(logits, dict):
            return [
                {"logits": None if isinstance(head, LossOnlyHead) else logits[head.head_name]} for head in self._heads
            ]
        rows, begin = [], 0
        for head in self._heads:
            rows.append({"logits": v1.slice(logits, [0, begin], [-1, head.logits_dimension])})
            begin += head.logits_dimension
        return rows

    def _loss(self, losses: list[Any]) -> Any:
        if self._loss_weights:
            losses = [v1.multiply(loss, weight) for loss, weight in zip(losses, self._loss_weights, strict=True)]
        return v1.add_n(losses)

    def _predictions(self, parts: list[ModelFnOps]) -> dict[Any, Any]:
        pairs = zip(self._heads, parts, strict=True)
        return {(head.head_name, key): value for head, part in pairs for key, value in part.predictions.items()}

    def _infer(self, parts: list[ModelFnOps]) -> ModelFnOps:
        outputs = {
            head.head_name: part.output_alternatives[head.head_name]
            for head, part in zip(self._heads, parts, strict=True)
            if not isinstance(head, LossOnlyHead)
        }
        return ModelFnOps(mode=ModeKeys.INFER, predictions=self._predictions(parts), output_alternatives=outputs)


def multi_head(heads: list[Any], loss_weights: list[float] | None = None) -> MultiHead:
    """One head made of several that have names, with the sum of their losses, weighted where weights are given.

    Raises:
      ValueError: there are not as many weights as heads, or a head has no name.
    """
    return MultiHead(heads, loss_weights)
