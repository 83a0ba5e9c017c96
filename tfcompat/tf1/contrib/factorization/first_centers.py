"""How k-means chooses its first centers, over as many batches as that takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tfcompat.backend.internals import gen_clustering_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.factorization.distances import COSINE_DISTANCE

RANDOM_INIT = "random"
KMEANS_PLUS_PLUS_INIT = "kmeans_plus_plus"
KMC2_INIT = "kmc2"
WAYS = (RANDOM_INIT, KMEANS_PLUS_PLUS_INIT, KMC2_INIT)


@dataclass
class FirstCenters:
    """The choice for one graph: `initial_clusters` is one of `WAYS`, a function of (inputs, k), or the centers.

    `centers` is the variable to fill, `updated` the second copy of it or the same one, `initialized` the variable that
    says that all were chosen.
    """

    inputs: list[Any]
    num_clusters: Any
    initial_clusters: Any
    metric: str
    seed: int
    retries: int
    chain_length: int
    centers: Any
    updated: Any
    initialized: Any

    def op(self) -> Any:
        """Chooses more centers; says at the end, by an error, if none are left to choose and it was not noted."""
        self._chosen = v1.shape(self.centers)[0]
        self._left = self.num_clusters - self._chosen
        self._rows = v1.add_n([v1.shape(each)[0] for each in self.inputs])
        return v1.cond(v1.equal(self._left, 0), lambda: v1.assert_equal(self.initialized, True), self._more)

    def _more(self) -> Any:
        with v1.control_dependencies([v1.assert_positive(self._left)]):
            left = self._by_chains() if self._is(KMC2_INIT) else self._from_this_batch()
            return v1.cond(v1.equal(left, 0), lambda: v1.assign(self.initialized, True), v1.no_op)

    def _is(self, way: str) -> bool:
        return isinstance(self.initial_clusters, str) and self.initial_clusters == way

    def _unit(self, rows: Any) -> Any:
        return v1.nn.l2_normalize(rows, dim=1) if self.metric == COSINE_DISTANCE else rows

    def _keep(self, centers: Any) -> Any:
        """Assigns all that are chosen by now; answers how many are left."""
        kept = v1.assign(self.centers, centers, validate_shape=False)
        if self.updated is not self.centers:
            kept = v1.assign(self.updated, kept, validate_shape=False)
        return self.num_clusters - v1.shape(kept)[0]

    def _from_this_batch(self) -> Any:
        new = self._unit(self._some())
        # The variable has no second dimension before it was first assigned.
        return self._keep(
            v1.cond(v1.equal(self._chosen, 0), lambda: new, lambda: v1.concat([self.centers, new], 0)),
        )

    def _some(self) -> Any:
        if self._is(RANDOM_INIT):
            return v1.cond(self._rows <= self._left, lambda: v1.concat(self.inputs, 0), self._random)
        if self._is(KMEANS_PLUS_PLUS_INIT):
            with v1.control_dependencies([v1.assert_greater_equal(self._rows, self._left)]):
                return gen_clustering_ops.kmeans_plus_plus_initialization(
                    self._unit(self.inputs[0]), v1.cast(self._left, v1.int64), self.seed, self.retries
                )
        if callable(self.initial_clusters):
            return self.initial_clusters(self.inputs, self._left)
        with v1.control_dependencies([v1.assert_equal(self._left, v1.shape(self.initial_clusters)[0])]):
            return self.initial_clusters

    def _random(self) -> Any:
        places = v1.random_uniform(
            v1.reshape(self._left, [-1]), 0, v1.cast(self._rows, v1.int64), v1.int64, seed=self.seed
        )
        return v1.nn.embedding_lookup(self.inputs, places, partition_strategy="div")

    def _by_chains(self) -> Any:
        """k-MC2: a Markov chain over each part of the first input, `chain_length` points long, gives one center."""
        points = self.inputs[0]
        parts = v1.cast(v1.shape(points)[0] / self.chain_length, v1.int32)
        wanted = v1.maximum(v1.minimum(self._left, parts), 1)

        def first() -> Any:
            return self._unit(v1.reshape(points[0], [1, -1]))

        def add(number: Any, _: Any) -> Any:
            def one_more() -> Any:
                start = number * self.chain_length
                part = points[start : start + self.chain_length]
                _, distances = gen_clustering_ops.nearest_neighbors(part, self.centers, 1)
                place = gen_clustering_ops.kmc2_chain_initialization(v1.squeeze(distances), self.seed)
                return v1.concat([self.centers, self._unit(v1.reshape(part[place], [1, -1]))], 0)

            return number + 1, self._keep(v1.cond(v1.equal(self._chosen, 0), first, one_more))

        return v1.while_loop(lambda number, _: v1.less(number, wanted), add, [0, 0])[1]
