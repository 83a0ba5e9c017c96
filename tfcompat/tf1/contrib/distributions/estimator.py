"""`estimator_head_distribution_regression`: a regression head of `contrib.learn` by a distribution's likelihood."""

from __future__ import annotations

import importlib
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mixtures import concat_vectors


def estimator_head_distribution_regression(
    make_distribution_fn: Any,
    label_dimension: int = 1,
    logits_dimension: int | None = None,
    label_name: str | None = None,
    weight_column_name: str | None = None,
    enable_centered_bias: bool = False,
    head_name: str | None = None,
) -> Any:
    """A `Head` whose loss is the negative log-likelihood of labels under `make_distribution_fn(logits)`.

    The head has `distributions`, from logits to what was made of them, and `distribution(logits)`.
    """
    if not callable(make_distribution_fn):
        raise TypeError("`make_distribution_fn` must be a callable function.")
    heads = importlib.import_module("tfcompat.tf1.contrib.learn.head")
    made: dict[Any, Any] = {}

    def distribution(logits: Any, name: str | None = None) -> Any:
        with v1.name_scope(name, "distribution", [logits]):
            if id(logits) not in made:
                made[id(logits)] = make_distribution_fn(logits)
            return made[id(logits)]

    def loss_fn(labels: Any, logits: Any, weights: Any = None) -> Any:
        of_logits = distribution(logits)
        batch = labels.shape.with_rank_at_least(1)[:-1]
        shape = batch.as_list() if batch.is_fully_defined() else v1.shape(labels)[:-1]
        labels = v1.reshape(labels, shape=concat_vectors(shape, of_logits.event_shape_tensor()))
        return heads._compute_weighted_loss(loss_unweighted=-of_logits.log_prob(labels), weight=weights)

    head = heads._RegressionHead(
        label_dimension=label_dimension,
        loss_fn=loss_fn,
        link_fn=lambda logits: distribution(logits).mean(),
        logits_dimension=logits_dimension,
        label_name=label_name,
        weight_column_name=weight_column_name,
        enable_centered_bias=enable_centered_bias,
        head_name=head_name,
    )
    head.distribution = distribution
    head.distributions = made
    return head
