"""`tf.contrib.learn.KMeansClustering`: k-means as an estimator of `tf.contrib.learn`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization import clustering_ops
from tfcompat.tf1.contrib.factorization.session_hooks import InitializeClustersHook, LossRelativeChangeHook
from tfcompat.tf1.contrib.learn.estimators.estimator import Estimator
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps


class KMeansClustering(Estimator):
    """The class of 1.15; its arguments are those of `tf.contrib.factorization.KMeansClustering` but the columns.

    An input function answers (points, None), float32 `[points, dims]` or a dict of columns.

    Raises:
      ValueError: a way to choose the first centers, or a distance metric, that there is not; labels are given.
    """

    SQUARED_EUCLIDEAN_DISTANCE = clustering_ops.SQUARED_EUCLIDEAN_DISTANCE
    COSINE_DISTANCE = clustering_ops.COSINE_DISTANCE
    RANDOM_INIT = clustering_ops.RANDOM_INIT
    KMEANS_PLUS_PLUS_INIT = clustering_ops.KMEANS_PLUS_PLUS_INIT
    SCORES = "scores"
    CLUSTER_IDX = "cluster_idx"
    CLUSTERS = "clusters"
    ALL_SCORES = "all_scores"
    LOSS_OP_NAME = "kmeans_loss"

    def __init__(
        self,
        num_clusters: Any,
        model_dir: str | None = None,
        initial_clusters: Any = clustering_ops.RANDOM_INIT,
        distance_metric: str = clustering_ops.SQUARED_EUCLIDEAN_DISTANCE,
        random_seed: int = 0,
        use_mini_batch: bool = True,
        mini_batch_steps_per_iteration: int = 1,
        kmeans_plus_plus_num_retries: int = 2,
        relative_tolerance: float | None = None,
        config: Any = None,
    ) -> None:
        def model_fn(features: Any, labels: Any, mode: str, config: Any) -> ModelFnOps:
            if labels is not None:
                raise ValueError(f"k-means takes no labels; the input function answered {labels}")
            if isinstance(features, dict):
                features = v1.concat([features[key] for key in sorted(features)], 1)
            kmeans = clustering_ops.KMeans(
                features,
                num_clusters,
                initial_clusters,
                distance_metric,
                use_mini_batch,
                mini_batch_steps_per_iteration,
                random_seed,
                kmeans_plus_plus_num_retries,
            )
            return _model(kmeans.training_graph(), mode, config, relative_tolerance)

        super().__init__(model_fn=model_fn, model_dir=model_dir, config=config)

    def predict_cluster_idx(self, input_fn: Any = None) -> Iterator[Any]:
        """The number of its nearest center, point by point."""
        for result in self.predict(input_fn=input_fn, outputs=[self.CLUSTER_IDX]):
            yield result[self.CLUSTER_IDX]

    def score(self, input_fn: Any = None, steps: int | None = None) -> Any:
        """The sum of the distances of the points to their nearest centers."""
        results: Any = self.evaluate(input_fn=input_fn, steps=steps)
        return np.sum(results[self.SCORES])

    def transform(self, input_fn: Any = None, as_iterable: bool = False) -> Any:
        """The distances to all centers, `[points, clusters]`; an iterator of dicts if `as_iterable`."""
        results = self.predict(input_fn=input_fn, outputs=[self.ALL_SCORES], as_iterable=as_iterable)
        return results if as_iterable else results[self.ALL_SCORES]

    def clusters(self) -> Any:
        """The centers, `[clusters, dims]`, from the newest checkpoint."""
        return self.get_variable_value(self.CLUSTERS)


def _model(graph: tuple[Any, ...], mode: str, config: Any, tolerance: float | None) -> ModelFnOps:
    all_scores, nearest, scores, is_initialized, init_op, step = graph
    count = v1.assign_add(v1.train.get_global_step(), 1)
    loss = v1.reduce_sum(scores, name=KMeansClustering.LOSS_OP_NAME)
    v1.summary.scalar("loss/raw", loss)
    with v1.control_dependencies([step, count]):
        train_op = v1.identity(loss)
    hooks: list[Any] = [InitializeClustersHook(init_op, is_initialized, config.is_chief)]
    if tolerance is not None:
        hooks.append(LossRelativeChangeHook(loss, tolerance))
    return ModelFnOps(
        mode=mode,
        predictions={KMeansClustering.ALL_SCORES: all_scores[0], KMeansClustering.CLUSTER_IDX: nearest[0]},
        eval_metric_ops={KMeansClustering.SCORES: loss},
        loss=loss,
        train_op=train_op,
        training_hooks=hooks,
    )
