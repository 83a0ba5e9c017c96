"""What the distributions over vectors of K classes share."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import distribution, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after, parameter

_Distribution: Any = distribution.Distribution


class ClassLogits(_Distribution):
    """Events are vectors of K numbers, `logits` and `probs` are `batch_shape + [K]`."""

    logits = parameter("_logits", "Unnormalized log-probabilities, `batch_shape + [K]`.")
    probs = parameter("_probs", "Probabilities, `batch_shape + [K]`.")
    event_size = parameter("_event_size", "K, an int32 scalar.")

    def _set_logits(self, logits: Any, probs: Any, validate_args: bool, name: str) -> None:
        self._logits, self._probs = util.get_logits_and_probs(
            name=name, logits=logits, probs=probs, validate_args=validate_args, multidimensional=True
        )

    def _set_sizes(self) -> None:
        ndims = self._logits.get_shape().with_rank_at_least(1).ndims
        if ndims is not None:
            self._batch_rank = v1.convert_to_tensor(ndims - 1, dtype=v1.int32, name="batch_rank")
        else:
            with v1.name_scope("batch_rank"):
                self._batch_rank = v1.rank(self._logits) - 1
        with v1.name_scope("event_size"):
            self._event_size = v1.shape(self._logits)[-1]

    def _batch_shape_tensor(self) -> Any:
        return v1.shape(self.logits)[:-1]

    def _batch_shape(self) -> Any:
        return self.logits.get_shape()[:-1]

    def _event_shape_tensor(self) -> Any:
        return v1.shape(self.logits)[-1:]

    def _event_shape(self) -> Any:
        return self.logits.get_shape().with_rank_at_least(1)[-1:]

    def _broadcast(self, x: Any) -> tuple[Any, Any]:
        """`x` and the logits, of one shape."""
        logits = self.logits
        shapes = x.get_shape(), logits.get_shape()
        if not all(shape.is_fully_defined() for shape in shapes) or shapes[0] != shapes[1]:
            logits = v1.ones_like(x, dtype=logits.dtype) * logits
            x = v1.ones_like(logits, dtype=x.dtype) * x
        return x, logits

    def _checked(self, x: Any) -> Any:
        if not self.validate_args:
            return x
        near = v1.debugging.assert_near(v1.zeros([], dtype=self.dtype), v1.reduce_logsumexp(x, axis=[-1]))
        return after([v1.assert_non_positive(x), near], x)
