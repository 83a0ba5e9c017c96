"""What is known of a normal mean after `n` observations with sum `s` and a known scale, and of the next observation."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import normal
from tfcompat.backend.v1api import v1


def normal_conjugates_known_scale_posterior(prior: Any, scale: Any, s: Any, n: Any) -> Any:
    """The `Normal` distribution of the mean, given a `Normal` prior of it."""
    loc, variance, _ = _posterior(prior, scale, s, n)
    return normal.Normal(loc=loc, scale=v1.sqrt(variance))


def normal_conjugates_known_scale_predictive(prior: Any, scale: Any, s: Any, n: Any) -> Any:
    """The `Normal` distribution of the next observation, given a `Normal` prior of the mean."""
    loc, variance, noise = _posterior(prior, scale, s, n)
    return normal.Normal(loc=loc, scale=v1.sqrt(variance + noise))


def _posterior(prior: Any, scale: Any, s: Any, n: Any) -> tuple[Any, Any, Any]:
    """Mean and variance of the mean, and the variance of an observation."""
    if not isinstance(prior, normal.Normal):
        raise TypeError("Expected prior to be an instance of type Normal")
    if s.dtype != prior.dtype:
        raise TypeError(f"Observation sum s.dtype does not match prior dtype: {s.dtype} vs. {prior.dtype}")
    n = v1.cast(n, prior.dtype)
    before, noise = v1.square(prior.scale), v1.square(scale)
    variance = 1.0 / (1 / before + n / noise)
    return (prior.loc / before + s / noise) * variance, variance, noise
