"""`tf.contrib.metrics`: values over three batches, and what they are after each."""

from typing import Any, Callable

import numpy as np

from tests.support.contrib_builders.registry import builder

BATCHES = 3


def _batches(make: Callable[[Any, Any, Any, Any], Any]) -> Callable[[Any], Any]:
    """A builder of metrics over batches of four predictions from 0 to 1, labels of 0 and 1, and weights."""

    def build(tf: Any) -> Any:
        predictions = tf.placeholder(tf.float32, [4, 1])
        labels = tf.placeholder(tf.int64, [4, 1])
        weights = tf.constant([[1.0], [2.0], [0.5], [3.0]])
        made = make(tf.contrib.metrics, predictions, labels, weights)
        values, updates = [each[0] for each in made], [each[1] for each in made]

        def run(session: Any) -> Any:
            history = []
            for batch in range(BATCHES):
                numbers = (np.arange(4.0) * 0.37 + batch * 0.23) % 1.0
                feeds = {predictions: numbers[:, None], labels: (np.arange(4)[:, None] + batch) % 2}
                history += [session.run(updates, feeds), session.run(values, feeds)]
            return history

        return run

    build.__name__, build.__module__ = make.__name__, make.__module__
    return build


@builder
@_batches
def means(metrics: Any, predictions: Any, labels: Any, weights: Any) -> Any:
    return [
        metrics.streaming_mean(predictions),
        metrics.streaming_mean(predictions, weights),
        metrics.streaming_mean_tensor(predictions),
        metrics.streaming_mean_absolute_error(predictions, predictions * predictions, weights),
        metrics.streaming_mean_relative_error(predictions, predictions * 0.5, predictions + 1.0),
        metrics.streaming_mean_squared_error(predictions, predictions * 0.5),
        metrics.streaming_root_mean_squared_error(predictions, predictions * 0.5, weights),
        metrics.streaming_percentage_less(predictions, 0.5),
        metrics.streaming_covariance(predictions, predictions * predictions, weights),
        metrics.streaming_pearson_correlation(predictions, predictions * predictions),
        metrics.streaming_mean_cosine_distance(predictions, predictions * 2.0, dim=1),
        metrics.streaming_concat(predictions),
    ]


@builder
@_batches
def classes(metrics: Any, predictions: Any, labels: Any, weights: Any) -> Any:
    guesses = predictions > 0.5
    return [
        metrics.streaming_accuracy(guesses, labels > 0),
        metrics.streaming_precision(guesses, labels, weights),
        metrics.streaming_recall(guesses, labels),
        metrics.streaming_false_positives(guesses, labels),
        metrics.streaming_false_negatives(guesses, labels, weights),
        metrics.streaming_true_positives(guesses, labels),
        metrics.streaming_true_negatives(guesses, labels),
        metrics.streaming_false_positive_rate(guesses, labels),
        metrics.streaming_false_negative_rate(guesses, labels),
        metrics.cohen_kappa(labels, labels * labels, 2),
    ]


@builder
@_batches
def thresholds(metrics: Any, predictions: Any, labels: Any, weights: Any) -> Any:
    places = [0.25, 0.5, 0.75]
    return [
        metrics.streaming_auc(predictions, labels, num_thresholds=7),
        metrics.streaming_auc(predictions, labels, weights, num_thresholds=7, curve="PR"),
        metrics.streaming_dynamic_auc(labels, predictions),
        metrics.streaming_precision_at_thresholds(predictions, labels, places),
        metrics.streaming_recall_at_thresholds(predictions, labels, places, weights),
        metrics.streaming_true_positives_at_thresholds(predictions, labels, places),
        metrics.streaming_false_negatives_at_thresholds(predictions, labels, places),
        metrics.streaming_specificity_at_sensitivity(predictions, labels, 0.5, num_thresholds=7),
        metrics.streaming_sensitivity_at_specificity(predictions, labels, 0.5, num_thresholds=7),
        metrics.precision_at_recall(labels, predictions, 0.5, num_thresholds=7),
        metrics.recall_at_precision(labels > 0, predictions, 0.5, num_thresholds=7),
        metrics.streaming_curve_points(labels, predictions, num_thresholds=7),
        metrics.f1_score(labels, predictions, num_thresholds=7),
    ]


@builder
def rankings(tf: Any) -> Any:
    metrics = tf.contrib.metrics
    scores = tf.constant([[0.1, 0.4, 0.3, 0.2], [0.5, 0.1, 0.15, 0.25]])
    labels = tf.constant([[2], [3]], tf.int64)
    made = [
        metrics.streaming_recall_at_k(scores, tf.constant([2, 3], tf.int64), 2),
        metrics.streaming_sparse_recall_at_k(scores, labels, 2),
        metrics.streaming_sparse_precision_at_k(scores, labels, 2),
        metrics.streaming_sparse_average_precision_at_k(scores, labels, 3),
        metrics.streaming_sparse_precision_at_top_k(tf.constant([[1, 2], [0, 3]], tf.int64), labels),
        metrics.sparse_recall_at_top_k(labels, tf.constant([[1, 2], [0, 3]], tf.int64)),
        metrics.streaming_mean_iou(tf.constant([0, 1, 2, 1]), tf.constant([0, 1, 1, 1]), 3),
        metrics.count(scores),
    ]
    return lambda session: [session.run([each[1] for each in made]), session.run([each[0] for each in made])]


@builder
def sets_and_tables(tf: Any) -> Any:
    metrics = tf.contrib.metrics
    one, two = tf.constant([[1, 2, 3]]), tf.constant([[2, 3, 5]])
    values, updates = metrics.aggregate_metric_map({"mean": metrics.streaming_mean(tf.constant([1.0, 2.0]))})
    return (
        metrics.accuracy(tf.constant([1, 2, 3]), tf.constant([1, 0, 3])),
        metrics.confusion_matrix(tf.constant([0, 1, 1]), tf.constant([0, 1, 0])),
        tf.sparse_tensor_to_dense(metrics.set_intersection(one, two)),
        tf.sparse_tensor_to_dense(metrics.set_union(one, two)),
        tf.sparse_tensor_to_dense(metrics.set_difference(one, two)),
        metrics.set_size(metrics.set_union(one, two)),
        updates["mean"],
    )


@builder
def histograms(tf: Any) -> Any:
    scores = tf.constant([0.1, 0.3, 0.6, 0.8, 0.9])
    labels = tf.constant([False, True, False, True, True])
    value, update = tf.contrib.metrics.auc_using_histogram(labels, scores, [0.0, 1.0], nbins=10)
    return lambda session: [session.run(update) is None, session.run(value)]
