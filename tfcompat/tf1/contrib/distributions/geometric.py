"""`tf.contrib.distributions.Geometric`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import Scalars, after, parameter, positive


class Geometric(Scalars):
    """The number of failures before the first success; `probs` in (0, 1], or `logits`."""

    _shaped_by = ("_probs",)
    logits = parameter("_logits", "Log-odds of a success.")
    probs = parameter("_probs", "Probability of a success.")

    def __init__(
        self,
        logits: Any = None,
        probs: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Geometric",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[logits, probs]) as name:
            self._logits, self._probs = util.get_logits_and_probs(logits, probs, validate_args=validate_args, name=name)
            with positive([self._probs], validate_args):
                self._probs = v1.identity(self._probs, name="probs")
        self._start(parameters, name, self._probs.dtype, [self._probs, self._logits], full=False)

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        uniform = self._open_uniform(v1.concat([[n], v1.shape(self._probs)], 0), seed)
        return v1.floor(v1.log(uniform) / v1.log1p(-self.probs))

    def _cdf(self, x: Any) -> Any:
        x = self._whole(x)
        return v1.where(x < 0.0, v1.zeros_like(x), -v1.expm1((1.0 + x) * v1.log1p(-self.probs)))

    def _log_prob(self, x: Any) -> Any:
        x = self._whole(x)
        probs = self.probs * v1.ones_like(x)
        # Where x is 0 the first term is 0, also for a probability of 1.
        failing = v1.where(v1.equal(x, 0.0), v1.zeros_like(probs), probs)
        return x * v1.log1p(-failing) + v1.log(probs)

    def _entropy(self) -> Any:
        probs = self._probs
        if self.validate_args:
            message = "Entropy is undefined when logits = inf or probs = 1."
            probs = after([v1.assert_less(probs, v1.constant(1.0, probs.dtype), message=message)], probs)
        return v1.nn.softplus(self.logits) / probs - self.logits

    def _mean(self) -> Any:
        return v1.exp(-self.logits)

    def _variance(self) -> Any:
        return self._mean() / self.probs

    def _mode(self) -> Any:
        return v1.zeros(self.batch_shape_tensor(), dtype=self.dtype)

    def _whole(self, x: Any) -> Any:
        x = self._counts(x) if self.validate_args else v1.floor(x)
        return x * v1.ones_like(self.probs)
