"""`gmm` and `GmmAlgorithm`: the graph of a Gaussian mixture, fitted by expectation maximization."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization.gmm_statistics import Expectation, random_rows
from tfcompat.tf1.contrib.factorization.gmm_statistics import covariance as _covariance

FULL_COVARIANCE = "full"
DIAG_COVARIANCE = "diag"
_TINY = np.finfo(float).eps
_LEAST_VARIANCE = 1e-3


class GmmAlgorithm:
    """`tf.contrib.factorization.GmmAlgorithm` of 1.15: the same variables, and the same mixture for the same seed.

    `data` is a list of float32 `[examples, dims]`; `params` names what training changes: w(eights), m(eans),
    c(ovariances).

    Raises:
      Exception: `covariance_type` is neither `"full"` nor `"diag"`.
    """

    CLUSTERS_WEIGHT = "alphas"
    CLUSTERS_VARIABLE = "clusters"
    CLUSTERS_COVS_VARIABLE = "clusters_covs"

    def __init__(
        self,
        data: list[Any],
        num_classes: int,
        initial_means: Any = None,
        params: str = "wmc",
        covariance_type: str = FULL_COVARIANCE,
        random_seed: int = 0,
    ) -> None:
        if covariance_type not in (DIAG_COVARIANCE, FULL_COVARIANCE):
            raise Exception(f"programmer error: Invalid covariance type: {covariance_type}; expected diag or full")
        self._full, self._classes, self._params = covariance_type == FULL_COVARIANCE, num_classes, params
        self._dims = v1.shape(data[0])[1]
        self._least = v1.diag(v1.ones(v1.stack([self._dims]))) * _LEAST_VARIANCE
        empty = v1.constant([], dtype=v1.float32)
        self._means = v1.Variable(empty, name=self.CLUSTERS_VARIABLE, validate_shape=False)
        self._covs = v1.Variable(empty, name=self.CLUSTERS_COVS_VARIABLE, validate_shape=False)
        equal = v1.tile([1.0 / num_classes], [num_classes])
        self._alpha = v1.Variable(equal, name=self.CLUSTERS_WEIGHT, validate_shape=False)
        self._initialized = v1.Variable(False, dtype=v1.bool, name="initialized")
        self._init_ops = self._choose_first(data, initial_means, random_seed)
        self._parts = [Expectation(each, self.log_probs, num_classes) for each in data]
        self._train_ops = self._maximize()
        self._log_likelihood = v1.reduce_logsumexp([v1.reduce_logsumexp(part.evidence) for part in self._parts])
        joint = [part.evidence + v1.log(part.weights) for part in self._parts]
        self._scores = v1.squeeze(v1.reduce_logsumexp(joint, axis=2, keepdims=True), axis=0)

    def init_ops(self) -> Any:
        """The operation that chooses the first means and covariances, once."""
        return v1.group(*self._init_ops)

    def training_ops(self) -> Any:
        """The operation for one step of expectation maximization."""
        return v1.group(*self._train_ops)

    def is_initialized(self) -> Any:
        """The bool variable that says whether the first means were chosen."""
        return self._initialized

    def alphas(self) -> Any:
        """The variable of the mixture's weights, `[classes]`."""
        return self._alpha

    def clusters(self) -> Any:
        """The variable of the means, `[classes, 1, dims]`."""
        return self._means

    def covariances(self) -> Any:
        """The variable of the covariances, `[classes, dims, dims]`, or `[classes, dims]` where they are diagonal."""
        return self._covs

    def assignments(self) -> list[Any]:
        """For each part of the data the likeliest class of each example, int64 `[examples]`."""
        return [v1.argmax(part.weights, 1) for part in self._parts]

    def scores(self) -> Any:
        """The log probability of each example, `[examples, 1]`."""
        return self._scores

    def log_likelihood_op(self) -> Any:
        """The log likelihood of all data, a scalar."""
        return self._log_likelihood

    def log_probs(self, shard: Any) -> Any:
        """Log of weight times density, for `[1, examples, dims]` in each class: `[examples, classes]`."""
        return (self._full_log_density(shard) if self._full else self._diagonal_log_density(shard)) + v1.log(
            self._alpha
        )

    def _choose_first(self, data: list[Any], means: Any, seed: int) -> list[Any]:
        means = v1.expand_dims(random_rows(data, self._classes, seed) if means is None else means, 1)
        cov = _covariance(data[0], diag=not self._full) + self._least
        cov = cov if self._full else v1.diag_part(cov)
        covs = v1.tile(v1.expand_dims(cov, 0), [self._classes, 1, 1] if self._full else [self._classes, 1])
        initialized = v1.identity(self._initialized)
        with v1.control_dependencies([means, covs]):
            initialized = v1.identity(initialized)
        return [self._once(initialized, self._means, means), self._once(initialized, self._covs, covs)]

    def _once(self, initialized: Any, variable: Any, value: Any) -> Any:
        assigned = v1.assign(variable, value, validate_shape=False)
        noted = v1.assign(self._initialized, True)
        with v1.control_dependencies([assigned]):
            noted = v1.identity(noted)
        return v1.cond(initialized, v1.no_op, lambda: noted).op

    def _full_log_density(self, shard: Any) -> Any:
        difference = shard - self._means
        root = v1.cholesky(self._covs + self._least)
        log_det = 2.0 * v1.reduce_sum(v1.log(v1.matrix_diag_part(root)), 1)
        solved = v1.square(v1.matrix_triangular_solve(root, v1.transpose(difference, perm=[0, 2, 1]), lower=True))
        solved.set_shape([self._classes, None, None])  # TensorFlow no longer infers it
        distance = v1.transpose(v1.reduce_sum(solved, 1))
        return -0.5 * (distance + v1.cast(self._dims, v1.float32) * v1.log(2 * np.pi) + log_det)

    def _diagonal_log_density(self, shard: Any) -> Any:
        log_det = v1.reduce_sum(v1.log(self._covs + _LEAST_VARIANCE), 1, keepdims=True)
        squares = v1.squared_difference(shard, self._means)
        distance = v1.matmul(squares, v1.expand_dims(1.0 / (self._covs + _LEAST_VARIANCE), 2))
        distance = v1.transpose(v1.squeeze(distance, [2]))
        return -0.5 * (v1.cast(self._dims, v1.float32) * v1.log(2.0 * np.pi) + v1.transpose(log_det) + distance)

    def _maximize(self) -> list[Any]:
        with v1.control_dependencies([part.weights for part in self._parts]):
            sizes = v1.squeeze(v1.add_n([part.sizes for part in self._parts]), axis=[0])
            update_alpha = self._update_alpha(sizes) if "w" in self._params else v1.no_op()
            sizes = v1.reshape(sizes, [self._classes, 1, 1])
            update_means = self._update_means(sizes) if "m" in self._params else v1.no_op()
            with v1.control_dependencies([update_means]):
                squares = v1.add_n([part.squares for part in self._parts]) / (sizes + _TINY)
                covs = v1.concat([self._class_covariance(squares, k) for k in range(self._classes)], 0)
                if "c" not in self._params:
                    return [update_alpha]
                with v1.control_dependencies([update_means, covs]):
                    return [update_alpha, v1.assign(self._covs, covs, validate_shape=False)]

    def _update_alpha(self, sizes: Any) -> Any:
        sizes = sizes / len(self._parts)
        return self._alpha.assign(sizes / (v1.cast(v1.reduce_sum(sizes), v1.float32) + _TINY))

    def _update_means(self, sizes: Any) -> Any:
        return self._means.assign(v1.div(v1.add_n([part.sums for part in self._parts]), sizes + _TINY))

    def _class_covariance(self, squares: Any, k: int) -> Any:
        mean = self._means.value()[k, :, :]
        cov = squares[k, :, :] - v1.matmul(mean, mean, transpose_a=True) + self._least
        return v1.expand_dims(cov if self._full else v1.diag_part(cov), 0)


def gmm(
    inp: Any,
    initial_clusters: Any,
    num_clusters: int,
    random_seed: int,
    covariance_type: str = FULL_COVARIANCE,
    params: str = "wmc",
) -> tuple[Any, ...]:
    """`tf.contrib.factorization.gmm` of 1.15: (loss, scores, [assignments], training_op, init_op, is_initialized).

    `inp` is a float32 `[examples, dims]` or a list of them; `initial_clusters` is `"random"`, a tensor or an array of
    means. Other arguments as in `GmmAlgorithm`.
    """
    means = None
    if not (isinstance(initial_clusters, str) and initial_clusters == "random") and not v1.is_tensor(initial_clusters):
        means = v1.constant(initial_clusters, dtype=v1.float32)
    model = GmmAlgorithm(
        inp if isinstance(inp, list) else [inp], num_clusters, means, params, covariance_type, random_seed
    )
    assignments, scores, loss = model.assignments(), model.scores(), model.log_likelihood_op()
    return loss, scores, [assignments], model.training_ops(), model.init_ops(), model.is_initialized()
