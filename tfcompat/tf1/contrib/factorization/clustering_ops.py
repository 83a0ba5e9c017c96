"""`KMeans`: the graph of k-means clustering, whole batches or mini-batches."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization import distances
from tfcompat.tf1.contrib.factorization.distances import COSINE_DISTANCE, SQUARED_EUCLIDEAN_DISTANCE
from tfcompat.tf1.contrib.factorization.first_centers import (
    KMC2_INIT,
    KMEANS_PLUS_PLUS_INIT,
    RANDOM_INIT,
    WAYS,
    FirstCenters,
)

__all__ = ["COSINE_DISTANCE", "KMC2_INIT", "KMEANS_PLUS_PLUS_INIT", "KMeans", "RANDOM_INIT"]
__all__ += ["SQUARED_EUCLIDEAN_DISTANCE"]

CLUSTERS_VAR_NAME = "clusters"


class KMeans:
    """`tf.contrib.factorization.KMeans` of 1.15: the same variables, and the same centers for the same seed.

    `inputs` is a float32 `[points, dims]` or a list of them. `initial_clusters` is `"random"`, `"kmeans_plus_plus"`,
    `"kmc2"`, a function of (inputs, k) that answers up to k centers, or the centers themselves.

    Raises:
      ValueError: a way to choose the first centers, or a distance metric, that there is not.
    """

    def __init__(
        self,
        inputs: Any,
        num_clusters: Any,
        initial_clusters: Any = RANDOM_INIT,
        distance_metric: str = SQUARED_EUCLIDEAN_DISTANCE,
        use_mini_batch: bool = False,
        mini_batch_steps_per_iteration: int = 1,
        random_seed: int = 0,
        kmeans_plus_plus_num_retries: int = 2,
        kmc2_chain_length: int = 200,
    ) -> None:
        check(initial_clusters, distance_metric, WAYS)
        self._inputs = inputs if isinstance(inputs, list) else [inputs]
        self._num_clusters, self._initial_clusters = num_clusters, initial_clusters
        self._metric, self._use_mini_batch = distance_metric, use_mini_batch
        self._steps = int(mini_batch_steps_per_iteration)
        self._choice = (random_seed, kmeans_plus_plus_num_retries, kmc2_chain_length)

    def training_graph(self) -> tuple[Any, ...]:
        """(all_scores, cluster_idx, scores, cluster_centers_initialized, init_op, training_op).

        The first three hold, for each input, `[points, clusters]` float32, `[points]` int64 and `[points]` float32.
        Run `init_op` until `cluster_centers_initialized` is true, then `training_op` for a step.
        """
        initial = self._initial_clusters
        if isinstance(initial, str) or callable(initial):
            count = v1.convert_to_tensor(self._num_clusters)
        else:
            initial = v1.convert_to_tensor(initial)
            count = v1.shape(initial)[0]
        variable, initialized, counts, updated, steps_left = self._variables(count)
        choice = FirstCenters(self._inputs, count, initial, self._metric, *self._choice, variable, updated, initialized)
        init_op = choice.op()
        inputs, centers = self._inputs, variable
        if self._metric == COSINE_DISTANCE:
            inputs = [v1.nn.l2_normalize(each, dim=1) for each in inputs]
            if not self._keeps_unit_centers():
                centers = v1.nn.l2_normalize(centers, dim=1)
        all_scores, scores, nearest = self._infer(inputs, centers)
        if self._use_mini_batch:
            with v1.control_dependencies([self._sync(steps_left, variable, updated, counts)]):
                training_op = _mini_batch_step(inputs, nearest, updated, counts)
        else:
            training_op = self._full_step(inputs, count, nearest, variable)
        return all_scores, nearest, scores, initialized, init_op, training_op

    def _keeps_unit_centers(self) -> bool:
        return self._metric == COSINE_DISTANCE and (not self._use_mini_batch or self._steps > 1)

    def _variables(self, count: Any) -> tuple[Any, Any, Any, Any, Any]:
        empty = v1.constant([], dtype=v1.float32)
        centers = v1.Variable(empty, name=CLUSTERS_VAR_NAME, validate_shape=False)
        initialized = v1.Variable(False, dtype=v1.bool, name="initialized")
        if not self._use_mini_batch:
            return centers, initialized, None, centers, None
        if self._steps == 1:
            return centers, initialized, v1.Variable(v1.ones([count], dtype=v1.int64)), centers, None
        updated = v1.Variable(empty, name="clusters_updated", validate_shape=False)
        steps_left = v1.Variable(self._steps, dtype=v1.int64, name="update_in_steps")
        return centers, initialized, v1.Variable(v1.zeros([count], dtype=v1.int64)), updated, steps_left

    def _infer(self, inputs: list[Any], centers: Any) -> tuple[Any, Any, Any]:
        every = [distances.to_every_center(each, centers, self._metric) for each in inputs]
        if self._metric == COSINE_DISTANCE and not self._keeps_unit_centers():
            centers = v1.nn.l2_normalize(centers, dim=1)
        found = [distances.to_nearest_center(each, centers, self._metric) for each in inputs]
        return tuple(every), tuple(score for score, _ in found), tuple(place for _, place in found)

    def _sync(self, steps_left: Any, centers: Any, updated: Any, counts: Any) -> Any:
        """After every so many steps, makes the centers that were updated those that points are assigned by."""
        if steps_left is None:
            return v1.no_op()

        def take_over() -> Any:
            with v1.control_dependencies([v1.assign(steps_left, self._steps - 1)]):
                new = v1.nn.l2_normalize(updated, dim=1) if self._metric == COSINE_DISTANCE else updated
                with v1.control_dependencies([v1.assign(centers, new)]):  # noqa: SIM117
                    with v1.control_dependencies([v1.assign(counts, v1.zeros_like(counts))]):
                        return v1.identity(steps_left)

        return v1.cond(steps_left <= 0, take_over, lambda: v1.assign_sub(steps_left, 1))

    def _full_step(self, inputs: list[Any], count: Any, nearest: Any, centers: Any) -> Any:
        sums, sizes = [], []
        epsilon = v1.constant(1e-6, dtype=inputs[0].dtype)
        for points, place in zip(inputs, nearest, strict=True):
            sums.append(v1.unsorted_segment_sum(points, place, count))
            ones = v1.reshape(v1.ones(v1.reshape(v1.shape(points)[0], [-1])), [-1, 1])
            sizes.append(v1.unsorted_segment_sum(ones, place, count))
        new = v1.add_n(sums) / (v1.cast(v1.add_n(sizes), sums[0].dtype) + epsilon)
        return v1.assign(centers, v1.nn.l2_normalize(new, dim=1) if self._keeps_unit_centers() else new)


def check(initial_clusters: Any, distance_metric: str, ways: tuple[str, ...]) -> None:
    """ValueError for a way to choose the first centers, or a distance metric, that there is not."""
    if isinstance(initial_clusters, str) and initial_clusters not in ways:
        raise ValueError(
            f"Unsupported initialization algorithm '{initial_clusters}'; expected one of {', '.join(ways)}"
        )
    metrics = (SQUARED_EUCLIDEAN_DISTANCE, COSINE_DISTANCE)
    if distance_metric not in metrics:
        raise ValueError(f"Unsupported distance metric '{distance_metric}'; expected one of {', '.join(metrics)}")


def _mini_batch_step(inputs: list[Any], nearest: Any, centers: Any, counts: Any) -> Any:
    """Moves each center that has new points towards their mean, by their share of all its points so far."""
    updates = []
    for points, place in zip(inputs, nearest, strict=True):
        touched, which = v1.unique(v1.reshape(place, [-1]))
        many = v1.size(touched)
        more = v1.unsorted_segment_sum(v1.ones_like(which, dtype=counts.dtype), which, many)
        # Counts are read after their update: 1.15 leaves the order open, and so it nearly always comes out.
        counted = v1.scatter_add(counts, touched, more)
        size, old = v1.gather(counted, touched), v1.gather(centers, touched)
        change = v1.unsorted_segment_sum(points, which, many)
        ones = v1.ones(v1.reshape(v1.rank(points) - 1, [1]), dtype=v1.int32)
        column = v1.concat([v1.reshape(many, [1]), ones], 0)
        change -= v1.cast(v1.reshape(more, column), points.dtype) * old
        rate = v1.reciprocal(v1.cast(size + more, points.dtype))
        change *= v1.reshape(rate, column)
        updates += [counted, v1.scatter_add(centers, touched, change)]
    return v1.group(*updates)
