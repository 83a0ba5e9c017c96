"""tf.contrib.factorization: the rule of mini-batches, and what it refuses."""

import numpy as np
import pytest

import tfcompat.v1 as tf

POINTS = np.random.RandomState(7).rand(30, 2).astype(np.float32)


def test_a_mini_batch_moves_centers_by_the_share_of_its_points():
    first = POINTS[:3]
    graph = tf.contrib.factorization.KMeans(tf.constant(POINTS), 3, first, use_mini_batch=True).training_graph()
    _, (places,), _, initialized, init_op, step = graph
    (centers,) = [v for v in tf.global_variables() if v.op.name == "clusters"]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(init_op)
        assert session.run(initialized)
        mine = np.argmin(((POINTS[:, None] - first) ** 2).sum(-1), 1)
        assert session.run(places).tolist() == mine.tolist()
        session.run(step)
        moved = session.run(centers)
    for k in range(3):
        own = POINTS[mine == k]
        # Each center counts as one point, and 1.15 counts the new ones twice.
        expected = first[k] + (own - first[k]).sum(0) / (1 + 2 * len(own))
        np.testing.assert_allclose(moved[k], expected, rtol=1e-5)


@pytest.mark.parametrize("settings", [{"initial_clusters": "best"}, {"distance_metric": "taxicab"}])
def test_unknown_words_are_refused(settings):
    with pytest.raises(ValueError, match="Unsupported .* expected one of"):
        tf.contrib.factorization.KMeans(tf.constant(POINTS), 3, **settings)
    with pytest.raises(ValueError, match="Unsupported .* expected one of"):
        tf.contrib.factorization.KMeansClustering(3, **settings)


def test_more_centers_than_points_are_refused_when_run():
    _, _, _, _, init_op, _ = tf.contrib.factorization.KMeans(
        tf.constant(POINTS[:4]), 5, initial_clusters="kmeans_plus_plus"
    ).training_graph()
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        with pytest.raises(tf.errors.InvalidArgumentError):
            session.run(init_op)


def test_a_mixture_knows_two_kinds_of_covariance():
    with pytest.raises(Exception, match="Invalid covariance type: round; expected diag or full"):
        tf.contrib.factorization.gmm(tf.constant(POINTS), "random", 2, 0, covariance_type="round")
