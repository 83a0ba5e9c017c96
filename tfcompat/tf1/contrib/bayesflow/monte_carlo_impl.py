"""1.15's file of `monte_carlo`, whose private names code of that time imports."""

from tfcompat.tf1.contrib.bayesflow.monte_carlo import (
    _get_samples,
    expectation,
    expectation_importance_sampler,
    expectation_importance_sampler_logspace,
)

__all__ = [
    "_get_samples",
    "expectation",
    "expectation_importance_sampler",
    "expectation_importance_sampler_logspace",
]
