"""`ExpRelaxedOneHotCategorical` and `RelaxedOneHotCategorical`: the Gumbel-softmax, also called Concrete."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import distribution
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.class_logits import ClassLogits
from tfcompat.tf1.contrib.distributions.scalars import open_uniform, parameter, positive
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class ExpRelaxedOneHotCategorical(ClassLogits):
    """The logarithm of a relaxed one-hot vector: `log_softmax((logits + Gumbel noise) / temperature)`."""

    temperature = parameter("_temperature", "How far from one-hot; 0 is one-hot.")

    def __init__(
        self,
        temperature: Any,
        logits: Any = None,
        probs: Any = None,
        dtype: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "ExpRelaxedOneHotCategorical",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[logits, probs, temperature]) as name:
            self._set_logits(logits, probs, validate_args, name)
            if dtype is None:
                dtype = self._logits.dtype
                temperature = temperature if validate_args else v1.cast(temperature, dtype)
            with positive([temperature], validate_args):
                self._temperature = v1.identity(temperature, name="temperature")
                self._temperature_2d = v1.reshape(temperature, [-1, 1], name="temperature_2d")
            self._set_sizes()
        super().__init__(
            dtype=dtype,
            reparameterization_type=distribution.FULLY_REPARAMETERIZED,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            parameters=parameters,
            graph_parents=[self._logits, self._probs, self._temperature],
            name=name,
        )

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        shape = v1.concat([[n], v1.shape(self.logits)], 0)
        rows = v1.reshape(self.logits * v1.ones(shape, dtype=self.dtype), [-1, self.event_size])
        gumbel = -v1.log(-v1.log(open_uniform(v1.shape(rows), self.dtype, seed)))
        samples = v1.nn.log_softmax(v1.div(gumbel + rows, self._temperature_2d))
        return v1.reshape(samples, shape)

    def _log_prob(self, x: Any) -> Any:
        x, logits = self._broadcast(self._checked(x))
        shape = v1.shape(v1.reduce_sum(logits, axis=[-1]))
        logits = v1.reshape(logits, [-1, self.event_size])
        x = v1.reshape(x, [-1, self.event_size])
        classes = v1.cast(self.event_size, x.dtype)
        constant = v1.lgamma(classes) + (classes - 1.0) * v1.log(self.temperature)
        scores = v1.nn.log_softmax(logits - x * self._temperature_2d)
        return v1.reshape(constant + v1.reduce_sum(scores, [-1], keepdims=False), shape)


class RelaxedOneHotCategorical(TransformedDistribution):
    """A point of the simplex near a corner: `softmax((logits + Gumbel noise) / temperature)`."""

    def __init__(
        self,
        temperature: Any,
        logits: Any = None,
        probs: Any = None,
        dtype: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "RelaxedOneHotCategorical",
    ) -> None:
        base = ExpRelaxedOneHotCategorical(
            temperature,
            logits=logits,
            probs=probs,
            dtype=dtype,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
        )
        super().__init__(base, bijectors.Exp(), name=name)
