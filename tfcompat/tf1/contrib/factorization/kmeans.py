"""`KMeansClustering`: k-means as an estimator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization import clustering_ops
from tfcompat.tf1.contrib.factorization.session_hooks import InitializeClustersHook, LossRelativeChangeHook

_WAYS = (clustering_ops.RANDOM_INIT, clustering_ops.KMEANS_PLUS_PLUS_INIT)


class KMeansClustering(door.load().Estimator):  # type: ignore[misc]
    """`tf.contrib.factorization.KMeansClustering` of 1.15: `train`, `score`, `cluster_centers`, `predict_…`.

    An input function answers points, float32 `[points, dims]`, or a dict of columns, alone or with labels of None.
    For `use_mini_batch=False` it answers all of them at once. Arguments as in `KMeans`, but without `"kmc2"`.

    Raises:
      ValueError: a way to choose the first centers, or a distance metric, that there is not.
    """

    SQUARED_EUCLIDEAN_DISTANCE = clustering_ops.SQUARED_EUCLIDEAN_DISTANCE
    COSINE_DISTANCE = clustering_ops.COSINE_DISTANCE
    RANDOM_INIT = clustering_ops.RANDOM_INIT
    KMEANS_PLUS_PLUS_INIT = clustering_ops.KMEANS_PLUS_PLUS_INIT
    SCORE = "score"
    CLUSTER_INDEX = "cluster_index"
    ALL_DISTANCES = "all_distances"
    CLUSTER_CENTERS_VAR_NAME = clustering_ops.CLUSTERS_VAR_NAME

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
        feature_columns: Any = None,
    ) -> None:
        clustering_ops.check(initial_clusters, distance_metric, _WAYS)
        settings = {
            "num_clusters": num_clusters,
            "initial_clusters": initial_clusters,
            "distance_metric": distance_metric,
            "random_seed": random_seed,
            "use_mini_batch": use_mini_batch,
            "mini_batch_steps_per_iteration": mini_batch_steps_per_iteration,
            "kmeans_plus_plus_num_retries": kmeans_plus_plus_num_retries,
        }

        def model_fn(features: Any, mode: str, config: Any) -> Any:
            return _model(
                _parse_features_if_necessary(features, feature_columns), mode, config, settings, relative_tolerance
            )

        super().__init__(model_fn=model_fn, model_dir=model_dir, config=config)

    def predict_cluster_index(self, input_fn: Any) -> Iterator[Any]:
        """The number of its nearest center, point by point."""
        return self._predict_one_key(input_fn, self.CLUSTER_INDEX)

    def transform(self, input_fn: Any) -> Iterator[Any]:
        """The distances to all centers, `[clusters]`, point by point; squared ones where the metric is squared."""
        return self._predict_one_key(input_fn, self.ALL_DISTANCES)

    def score(self, input_fn: Any) -> Any:
        """The sum of the distances of the points of the first batch to their nearest centers."""
        return self.evaluate(input_fn=input_fn, steps=1)[self.SCORE]

    def cluster_centers(self) -> Any:
        """The centers, `[clusters, dims]`, from the newest checkpoint."""
        return self.get_variable_value(self.CLUSTER_CENTERS_VAR_NAME)

    def _predict_one_key(self, input_fn: Any, key: str) -> Iterator[Any]:
        for result in self.predict(input_fn=input_fn, predict_keys=[key]):
            yield result[key]


def _parse_features_if_necessary(features: Any, columns: Any) -> Any:
    """The points of a dict of features, `[points, dims]`: its columns, or every feature, sorted by their names."""
    if not isinstance(features, dict):
        return features
    if columns:
        return v1.feature_column.input_layer(features, columns)
    return v1.concat([features[key] for key in sorted(features)], axis=1)


def _model(points: Any, mode: str, config: Any, settings: dict[str, Any], tolerance: float | None) -> Any:
    graph = clustering_ops.KMeans(inputs=points, **settings).training_graph()
    distances, nearest, scores, is_initialized, init_op, step = graph
    loss = v1.reduce_sum(scores)
    v1.summary.scalar("loss/raw", loss)
    count = v1.assign_add(v1.train.get_global_step(), 1)
    with v1.control_dependencies([step, count]):
        train_op = v1.identity(loss)
    hooks: list[Any] = [InitializeClustersHook(init_op, is_initialized, config.is_chief)]
    if tolerance is not None:
        hooks.append(LossRelativeChangeHook(loss, tolerance))
    predictions = {KMeansClustering.ALL_DISTANCES: distances[0], KMeansClustering.CLUSTER_INDEX: nearest[0]}
    estimator = door.load()
    outputs = {key: estimator.export.PredictOutput(value) for key, value in predictions.items()}
    outputs["serving_default"] = estimator.export.PredictOutput(nearest[0])
    return estimator.EstimatorSpec(
        mode=mode,
        predictions=predictions,
        loss=loss,
        train_op=train_op,
        eval_metric_ops={KMeansClustering.SCORE: v1.metrics.mean(loss)},
        training_hooks=hooks,
        export_outputs=outputs,
    )
