"""`tf.contrib.bayesflow.monte_carlo`: expectations as means over samples, which are the first axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["expectation", "expectation_importance_sampler", "expectation_importance_sampler_logspace"]

Function = Callable[[Any], Any]


def expectation(
    f: Function,
    samples: Any,
    log_prob: Function | None = None,
    use_reparametrization: bool = True,
    axis: Any = 0,
    keep_dims: bool = False,
    name: str | None = None,
) -> Any:
    """The mean of `f(samples)` over `axis`, whose gradient is that of the expectation.

    Without `use_reparametrization`, samples do not pass gradients on; `log_prob(samples)` does (the score function).
    """
    with v1.name_scope(name, "expectation", [samples]):
        if not callable(f):
            raise ValueError("`f` must be a callable function.")
        if use_reparametrization:
            return v1.reduce_mean(f(samples), axis=axis, keepdims=keep_dims)
        if not callable(log_prob):
            raise ValueError("`log_prob` must be a callable function.")
        fixed = v1.stop_gradient(samples)
        score = log_prob(fixed)
        values = f(fixed)
        # The added term is 0, but its gradient is f times the gradient of the logarithm.
        values += v1.stop_gradient(values) * (score - v1.stop_gradient(score))
        return v1.reduce_mean(values, axis=axis, keepdims=keep_dims)


def expectation_importance_sampler(
    f: Function,
    log_p: Function,
    sampling_dist_q: Any,
    z: Any = None,
    n: Any = None,
    seed: Any = None,
    name: str = "expectation_importance_sampler",
) -> Any:
    """The expectation of `f` under `exp(log_p)`, from samples `z` of another distribution, or `n` new ones."""
    with v1.name_scope(name, values=[z, n]):
        z = _get_samples(sampling_dist_q, z, n, seed)
        log_p_z, log_q_z = log_p(z), sampling_dist_q.log_prob(z)
        values = f(z)
        # Positive and negative parts apart, each moved above 0 so that it has a logarithm.
        above = v1.log(v1.nn.relu(values) + 1.0)
        below = v1.log(v1.nn.relu(-1.0 * values) + 1.0)
        above, below = (_log_mean(part + log_p_z - log_q_z) for part in (above, below))
    return v1.exp(above) - v1.exp(below)


def expectation_importance_sampler_logspace(
    log_f: Function,
    log_p: Function,
    sampling_dist_q: Any,
    z: Any = None,
    n: Any = None,
    seed: Any = None,
    name: str = "expectation_importance_sampler_logspace",
) -> Any:
    """The logarithm of the expectation of `exp(log_f)` under `exp(log_p)`."""
    with v1.name_scope(name, values=[z, n]):
        z = _get_samples(sampling_dist_q, z, n, seed)
        return _log_mean(log_f(z) + log_p(z) - sampling_dist_q.log_prob(z))


def _log_mean(log_values: Any) -> Any:
    """The logarithm of the mean of exponentials over the first axis."""
    center = v1.stop_gradient(v1.reduce_max(log_values, axis=[0]))
    return v1.log(v1.reduce_mean(v1.exp(log_values - center), axis=[0])) + center


def _get_samples(distribution: Any, z: Any, n: Any, seed: Any) -> Any:
    with v1.name_scope("get_samples", values=[z, n]):
        if (n is None) == (z is None):
            raise ValueError(f'Must specify exactly one of arguments "n" and "z".  Found: n = {n}, z = {z}')
        return v1.convert_to_tensor(z, name="z") if n is None else distribution.sample(n, seed=seed)
