"""`GMM`: a Gaussian mixture as an estimator of `tf.contrib.learn`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization import gmm_ops
from tfcompat.tf1.contrib.factorization.session_hooks import InitializeClustersHook
from tfcompat.tf1.contrib.learn.estimators.estimator import Estimator
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps


class GMM(Estimator):
    """`tf.contrib.factorization.GMM` of 1.15: `fit`, `score`, `clusters`, `weights`, `covariances`.

    An input function answers (points, None), float32 `[points, dims]` or a dict of columns. Arguments as in
    `tf.contrib.factorization.gmm`.
    """

    SCORES = "scores"
    LOG_LIKELIHOOD = "loss"
    ASSIGNMENTS = "assignments"

    def __init__(
        self,
        num_clusters: int,
        model_dir: str | None = None,
        random_seed: int = 0,
        params: str = "wmc",
        initial_clusters: Any = "random",
        covariance_type: str = gmm_ops.FULL_COVARIANCE,
        config: Any = None,
    ) -> None:
        def model_fn(features: Any, labels: Any, mode: str, config: Any) -> ModelFnOps:
            if labels is not None:
                raise ValueError(f"a mixture is fitted without labels; the input function answered {labels}")
            graph = gmm_ops.gmm(_points(features), initial_clusters, num_clusters, random_seed, covariance_type, params)
            return _model(graph, mode, config)

        super().__init__(model_fn=model_fn, model_dir=model_dir, config=config)

    def predict_assignments(
        self, input_fn: Any = None, batch_size: int | None = None, outputs: Any = None
    ) -> Iterator[Any]:
        """The number of its likeliest cluster, point by point."""
        for result in self.predict(input_fn=input_fn, batch_size=batch_size, outputs=outputs):
            yield result[self.ASSIGNMENTS]

    def score(self, input_fn: Any = None, batch_size: int | None = None, steps: int | None = None) -> Any:
        """The log of the sum of the likelihoods of the points of the last batch."""
        results: Any = self.evaluate(input_fn=input_fn, batch_size=batch_size, steps=steps)
        return np.log(np.sum(np.exp(results[self.SCORES])))

    def weights(self) -> Any:
        """The clusters' weights, `[clusters]`, from the newest checkpoint."""
        return self.get_variable_value(gmm_ops.GmmAlgorithm.CLUSTERS_WEIGHT)

    def clusters(self) -> Any:
        """The means, `[clusters, dims]`, from the newest checkpoint."""
        return np.squeeze(self.get_variable_value(gmm_ops.GmmAlgorithm.CLUSTERS_VARIABLE), 1)

    def covariances(self) -> Any:
        """The covariances, `[clusters, dims, dims]` or `[clusters, dims]`, from the newest checkpoint."""
        return self.get_variable_value(gmm_ops.GmmAlgorithm.CLUSTERS_COVS_VARIABLE)


def _points(features: Any) -> Any:
    return v1.concat([features[key] for key in sorted(features)], 1) if isinstance(features, dict) else features


def _model(graph: tuple[Any, ...], mode: str, config: Any) -> ModelFnOps:
    loss, scores, assignments, training_op, init_op, is_initialized = graph
    count = v1.assign_add(v1.train.get_global_step(), 1)
    with v1.control_dependencies([training_op, count]):
        train_op = v1.identity(loss)
    total = v1.Variable(v1.constant(0.0), trainable=False, collections=[v1.GraphKeys.LOCAL_VARIABLES])
    return ModelFnOps(
        mode=mode,
        predictions={GMM.ASSIGNMENTS: assignments[0][0]},
        eval_metric_ops={GMM.SCORES: scores, GMM.LOG_LIKELIHOOD: (total, total.assign_add(loss))},
        loss=loss,
        train_op=train_op,
        training_hooks=[InitializeClustersHook(init_op, is_initialized, config.is_chief)],
    )
