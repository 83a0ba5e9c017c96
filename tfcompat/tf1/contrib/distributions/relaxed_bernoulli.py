"""`tf.contrib.distributions.RelaxedBernoulli`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.logistic import Logistic
from tfcompat.tf1.contrib.distributions.scalars import int32_shapes, parameter, positive
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class RelaxedBernoulli(TransformedDistribution):
    """A number in (0, 1) near 0 or 1: `sigmoid((logits + logistic noise) / temperature)`."""

    temperature = parameter("_temperature", "How far from 0 and 1.")
    logits = parameter("_logits", "Log-odds of 1.")
    probs = parameter("_probs", "Probability of 1.")

    def __init__(
        self,
        temperature: Any,
        logits: Any = None,
        probs: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "RelaxedBernoulli",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[logits, probs, temperature]) as name:
            with positive([temperature], validate_args):
                self._temperature = v1.identity(temperature, name="temperature")
            self._logits, self._probs = util.get_logits_and_probs(
                logits=logits, probs=probs, validate_args=validate_args
            )
            base = Logistic(
                self._logits / self._temperature,
                1.0 / self._temperature,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name + "/Logistic",
            )
            bijector = bijectors.Sigmoid(validate_args=validate_args)
            super().__init__(distribution=base, bijector=bijector, validate_args=validate_args, name=name)
        self._parameters = parameters

    @staticmethod
    def _param_shapes(sample_shape: Any) -> dict[str, Any]:
        return int32_shapes(("logits",), sample_shape)
