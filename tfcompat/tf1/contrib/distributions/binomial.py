"""`tf.contrib.distributions.Binomial`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, after, parameter


class Binomial(Scalars):
    """The number of successes in `total_count` trials; it cannot be sampled, as in 1.15."""

    _shaped_by = ("_total_count", "_probs")
    total_count = parameter("_total_count", "Trials.")
    logits = parameter("_logits", "Log-odds of a success.")
    probs = parameter("_probs", "Probability of a success.")

    def __init__(
        self,
        total_count: Any,
        logits: Any = None,
        probs: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Binomial",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[total_count, logits, probs]) as name:
            self._total_count = _trials(v1.convert_to_tensor(total_count, name="total_count"), validate_args)
            self._logits, self._probs = util.get_logits_and_probs(
                logits=logits, probs=probs, validate_args=validate_args, name=name
            )
        parents = [self._total_count, self._logits, self._probs]
        self._start(parameters, name, self._probs.dtype, parents, full=False)

    def _log_prob(self, counts: Any) -> Any:
        n, given = self.total_count, counts
        counts = self._checked(given)
        unnormalized = counts * v1.log(self.probs) + (n - counts) * v1.log1p(-self.probs)
        counts = self._checked(given)
        return unnormalized - (v1.lgamma(1.0 + n - counts) + v1.lgamma(1.0 + counts) - v1.lgamma(1.0 + n))

    def _prob(self, counts: Any) -> Any:
        return v1.exp(self._log_prob(counts))

    def _cdf(self, counts: Any) -> Any:
        counts, probs = self._checked(counts), self.probs
        shapes = counts.shape, probs.shape
        if not (all(each.is_fully_defined() for each in shapes) and shapes[0].is_compatible_with(shapes[1])):
            probs += v1.zeros_like(counts)
            counts += v1.zeros_like(self.probs)
        ones = v1.ones_like(self.total_count - counts)
        all_of_them = v1.equal(counts, self.total_count)
        below = v1.where_v2(all_of_them, ones, self.total_count - counts)
        below = v1.betainc(below, counts + 1, 1 - probs)
        return v1.where_v2(all_of_them, ones, below)

    def _mean(self) -> Any:
        return self.total_count * self.probs

    def _variance(self) -> Any:
        return self._mean() * (1.0 - self.probs)

    def _mode(self) -> Any:
        return v1.floor((1.0 + self.total_count) * self.probs)

    def _checked(self, counts: Any) -> Any:
        if not self.validate_args:
            return counts
        counts = self._counts(counts)
        message = "counts are not less than or equal to n."
        return after([v1.assert_less_equal(counts, self.total_count, message=message)], counts)


def _trials(count: Any, validate_args: bool) -> Any:
    if not validate_args:
        return count
    checks = [
        v1.assert_non_negative(count, message="total_count must be non-negative."),
        util.assert_integer_form(count, message="total_count cannot contain fractional components."),
    ]
    return after(checks, count)
