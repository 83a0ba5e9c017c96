"""Heads for numbers."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.heads import losses
from tfcompat.tf1.contrib.learn.estimators.heads.base import Head
from tfcompat.tf1.contrib.learn.estimators.keys import PredictionKey, ProblemType


class RegressionHead(Head):
    """Predicts `scores`: the link function of the logits."""

    default_name = "regression_head"

    def __init__(self, label_dimension: int, loss_fn: Any, link_fn: Any, **options: Any) -> None:
        super().__init__(ProblemType.LINEAR_REGRESSION, label_dimension, loss_fn, **options)
        self._link_fn = link_fn

    def _predictions(self, logits: Any) -> dict[str, Any]:
        with v1.name_scope(None, "predictions", (logits,)):
            if self.logits_dimension == 1:
                logits = v1.squeeze(logits, axis=(1,), name=PredictionKey.SCORES)
            return {PredictionKey.SCORES: self._link_fn(logits)}


def regression_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    label_dimension: int = 1,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
    link_fn: Any = None,
) -> Head:
    """A head for numbers by the mean squared error."""
    return RegressionHead(
        label_dimension,
        losses.mean_squared,
        v1.identity if link_fn is None else link_fn,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )


def poisson_regression_head(
    label_name: str | None = None,
    weight_column_name: str | None = None,
    label_dimension: int = 1,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
) -> Head:
    """A head for counts: logits are the logarithms of their means."""
    return RegressionHead(
        label_dimension,
        losses.poisson,
        v1.exp,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )
