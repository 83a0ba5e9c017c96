"""`tf.contrib.distributions.OneHotCategorical`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import distribution, kullback_leibler
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.class_logits import ClassLogits


class OneHotCategorical(ClassLogits):
    """One of K classes, as a vector with a 1 at its place; `logits` or `probs` are `batch_shape + [K]`."""

    def __init__(
        self,
        logits: Any = None,
        probs: Any = None,
        dtype: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "OneHotCategorical",
    ) -> None:
        dtype = v1.int32 if dtype is None else dtype
        parameters = dict(locals())
        with v1.name_scope(name, values=[logits, probs]) as name:
            self._set_logits(logits, probs, validate_args, name)
            self._set_sizes()
        super().__init__(
            dtype=dtype,
            reparameterization_type=distribution.NOT_REPARAMETERIZED,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            parameters=parameters,
            graph_parents=[self._logits, self._probs],
            name=name,
        )

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        shape = v1.concat([[n], v1.shape(self.logits)], 0)
        logits = self.logits
        if logits.get_shape().ndims != 2:
            logits = v1.reshape(logits, [-1, self.event_size])
        drawn = v1.transpose(v1.multinomial(logits, n, seed=seed))
        return v1.reshape(v1.one_hot(drawn, self.event_size, dtype=self.dtype), shape)

    def _log_prob(self, x: Any) -> Any:
        x, logits = self._broadcast(self._checked(x))
        shape = v1.shape(v1.reduce_sum(logits, -1))
        rows = [v1.reshape(each, [-1, self.event_size]) for each in (x, logits)]
        return v1.reshape(-v1.nn.softmax_cross_entropy_with_logits(labels=rows[0], logits=rows[1]), shape)

    def _entropy(self) -> Any:
        return -v1.reduce_sum(v1.nn.log_softmax(self.logits) * self.probs, axis=-1)

    def _mode(self) -> Any:
        best = v1.one_hot(v1.argmax(self.logits, axis=self._batch_rank), self.event_size, dtype=self.dtype)
        best.set_shape(self.logits.get_shape())
        return best

    def _covariance(self) -> Any:
        p = self.probs
        return v1.matrix_set_diag(-v1.matmul(p[..., None], p[..., None, :]), self._variance())

    def _variance(self) -> Any:
        return self.probs * (1.0 - self.probs)


@kullback_leibler.RegisterKL(OneHotCategorical, OneHotCategorical)
def _kl(a: Any, b: Any, name: str | None = None) -> Any:
    with v1.name_scope(name, "kl_categorical_categorical", values=[a.logits, b.logits]):
        ratio = v1.nn.log_softmax(a.logits) - v1.nn.log_softmax(b.logits)
        return v1.reduce_sum(v1.nn.softmax(a.logits) * ratio, axis=-1)
