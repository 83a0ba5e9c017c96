"""`tf.contrib.factorization`. Points 40 of 3 numbers, 5 clusters."""

import tempfile
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder

_POINTS = (np.random.RandomState(5).rand(40, 3) + 0.1).astype(np.float32)
_SHARDS = (_POINTS[:17], _POINTS[17:])


def _clustered(tf: Any, points: Any, steps: int = 20, clusters: int = 5, **settings: Any) -> Any:
    """What a graph of k-means gives before each of some steps; the points may be several constants."""
    inputs = [tf.constant(each) for each in points] if isinstance(points, tuple) else tf.constant(points)
    kmeans = tf.contrib.factorization.KMeans(inputs, clusters, **settings)
    all_scores, places, scores, initialized, init_op, step = kmeans.training_graph()

    def run(session: Any) -> Any:
        times = 0
        while not session.run(initialized):
            session.run(init_op)
            times += 1
        history = [np.int64(times)]
        for _ in range(steps):
            history.append(session.run([list(places), list(scores)]))
            session.run(step)
        return history + [session.run([list(all_scores), tf.global_variables()])]

    return run


@builder
def kmeans(tf: Any) -> Any:
    return _clustered(tf, _POINTS, steps=4)


@builder
def kmeans_on_shards(tf: Any) -> Any:
    return _clustered(tf, _SHARDS, steps=4, random_seed=3)


@builder
def kmeans_plus_plus(tf: Any) -> Any:
    settings = {"initial_clusters": tf.contrib.factorization.KMEANS_PLUS_PLUS_INIT, "random_seed": 7}
    return _clustered(tf, _POINTS, steps=4, kmeans_plus_plus_num_retries=3, **settings)


@builder
def kmeans_by_cosines(tf: Any) -> Any:
    return _clustered(tf, _POINTS, steps=4, distance_metric="cosine", initial_clusters="kmeans_plus_plus")


@builder
def kmeans_by_chains(tf: Any) -> Any:
    return _clustered(tf, _POINTS, steps=4, initial_clusters="kmc2", kmc2_chain_length=25, random_seed=2)


# In mini-batches 1.15 reads the counts before or after it updates them, as it happens: what is equal is up to there.


@builder
def mini_batches(tf: Any) -> Any:
    return _clustered(tf, _POINTS, steps=0, use_mini_batch=True, distance_metric="cosine")


@builder
def mini_batches_synced_at_times(tf: Any) -> Any:
    settings = {"use_mini_batch": True, "mini_batch_steps_per_iteration": 3, "initial_clusters": "kmc2"}
    return _clustered(tf, _POINTS, steps=0, distance_metric="cosine", kmc2_chain_length=23, **settings)


@builder
def first_centers_given(tf: Any) -> Any:
    return _clustered(tf, _POINTS, steps=3, initial_clusters=_POINTS[3:7] * 2)


@builder
def first_centers_over_batches(tf: Any) -> Any:
    return _clustered(tf, _POINTS[:2], steps=2, initial_clusters=lambda inputs, k: inputs[0][:k])


def _input(tf: Any, points: Any = _POINTS) -> Any:
    return lambda: (tf.train.limit_epochs(tf.constant(points), num_epochs=1), None)


@builder
def kmeans_estimator(tf: Any) -> Any:
    make = tf.contrib.factorization.KMeansClustering
    config = tf.estimator.RunConfig(tf_random_seed=11, model_dir=tempfile.mkdtemp())
    estimator = make(5, use_mini_batch=False, random_seed=4, config=config)
    values = []
    for _ in range(5):
        estimator.train(_input(tf))
        values += [estimator.cluster_centers(), np.float32(estimator.score(_input(tf)))]
    values.append(np.asarray(list(estimator.predict_cluster_index(_input(tf)))))
    values.append(np.asarray(list(estimator.transform(_input(tf)))))
    names = sorted(estimator.get_variable_names())
    return [tf.constant(each) for each in values + [np.asarray(names, object)]]


@builder
def kmeans_estimator_of_columns(tf: Any) -> Any:
    def points() -> Any:
        batches = tf.data.Dataset.from_tensor_slices({"a": _POINTS[:, :1], "b": _POINTS[:, 1:]}).repeat().batch(10)
        return batches.make_one_shot_iterator().get_next()

    config = tf.estimator.RunConfig(tf_random_seed=11, model_dir=tempfile.mkdtemp())
    columns = [tf.feature_column.numeric_column("b", shape=(2,)), tf.feature_column.numeric_column("a")]
    make = tf.contrib.factorization.KMeansClustering
    settings = {"initial_clusters": make.KMEANS_PLUS_PLUS_INIT, "distance_metric": make.COSINE_DISTANCE}
    estimator = make(
        4, use_mini_batch=False, feature_columns=columns, relative_tolerance=0.3, config=config, **settings
    )
    estimator.train(points, steps=20)
    return tf.constant(estimator.cluster_centers()), tf.constant(estimator.get_variable_value("global_step"))


def _mixed(tf: Any, points: Any, initial_means: Any = "random", **settings: Any) -> Any:
    graph = tf.contrib.factorization.gmm(tf.constant(points), initial_means, 3, 6, **settings)
    loss, scores, assignments, step, init_op, initialized = graph

    def run(session: Any) -> Any:
        session.run(init_op)
        history = [session.run([initialized, tf.global_variables()])]
        for _ in range(4):
            session.run(step)
            history.append(session.run([loss, assignments]))
        return history + [session.run([scores, tf.global_variables()])]

    return run


@builder
def mixture(tf: Any) -> Any:
    return _mixed(tf, _POINTS)


@builder
def mixture_of_diagonals(tf: Any) -> Any:
    return _mixed(tf, _POINTS, covariance_type="diag")


@builder
def mixture_around_given_means(tf: Any) -> Any:
    return _mixed(tf, _POINTS, _POINTS[:3], params="mc")


@builder
def mixture_estimator(tf: Any) -> Any:
    make, config = tf.contrib.factorization.GMM, tf.contrib.learn.RunConfig(tf_random_seed=11)
    estimator = make(3, model_dir=tempfile.mkdtemp(), random_seed=4, covariance_type="diag", config=config)
    points = lambda: (tf.constant(_POINTS), None)  # noqa: E731
    estimator.fit(input_fn=points, steps=6)
    values = [estimator.clusters(), estimator.weights(), estimator.covariances()]
    values.append(np.float32(estimator.score(input_fn=points, steps=1)))
    return [tf.constant(each) for each in values]


@builder
def kmeans_estimator_of_contrib_learn(tf: Any) -> Any:
    make, config = tf.contrib.learn.KMeansClustering, tf.contrib.learn.RunConfig(tf_random_seed=11)
    estimator = make(4, model_dir=tempfile.mkdtemp(), random_seed=4, use_mini_batch=False, config=config)
    points = lambda: (tf.constant(_POINTS), None)  # noqa: E731
    estimator.fit(input_fn=points, steps=6)
    values = [estimator.clusters(), np.float32(estimator.score(input_fn=points, steps=1))]
    return [tf.constant(each) for each in values]
