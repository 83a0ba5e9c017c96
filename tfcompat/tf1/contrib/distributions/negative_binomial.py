"""`tf.contrib.distributions.NegativeBinomial`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, parameter, positive


class NegativeBinomial(Scalars):
    """The number of successes before the `total_count`-th failure."""

    _shaped_by = ("_total_count", "_probs")
    total_count = parameter("_total_count", "Failures to wait for, positive.")
    logits = parameter("_logits", "Log-odds of a success.")
    probs = parameter("_probs", "Probability of a success.")

    def __init__(
        self,
        total_count: Any,
        logits: Any = None,
        probs: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "NegativeBinomial",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[total_count, logits, probs]) as name:
            self._logits, self._probs = util.get_logits_and_probs(logits, probs, validate_args=validate_args, name=name)
            with positive([total_count], validate_args):
                self._total_count = v1.identity(total_count)
        parents = [self._total_count, self._probs, self._logits]
        self._start(parameters, name, self._probs.dtype, parents, full=False)

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        rate = v1.random_gamma(
            shape=[n], alpha=self.total_count, beta=v1.exp(-self.logits), dtype=self.dtype, seed=seed
        )
        seed = util.gen_new_seed(seed, "negative_binom")
        return v1.random_poisson(rate, shape=[], dtype=self.dtype, seed=seed)

    def _cdf(self, x: Any) -> Any:
        return v1.betainc(self.total_count, 1.0 + self._counts(x), v1.sigmoid(-self.logits))

    def _log_prob(self, x: Any) -> Any:
        count, x = self.total_count, self._counts(x)
        unnormalized = count * v1.log_sigmoid(-self.logits) + x * v1.log_sigmoid(self.logits)
        return unnormalized - (-v1.lgamma(count + x) + v1.lgamma(1.0 + x) + v1.lgamma(count))

    def _mean(self) -> Any:
        return self.total_count * v1.exp(self.logits)

    def _mode(self) -> Any:
        count = self.total_count
        waited = v1.where_v2(count > 1.0, count - 1.0, v1.zeros_like(count))
        return v1.floor(waited * v1.exp(self.logits))

    def _variance(self) -> Any:
        return self._mean() / v1.sigmoid(-self.logits)
