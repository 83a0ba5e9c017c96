"""`tf.contrib.losses` and its metric learning."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder

PREDICTIONS = [[0.2, 0.9, 0.4], [0.7, 0.1, 0.6]]
LABELS = [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0]]


@builder
def each_loss(tf: Any) -> Any:
    losses = tf.contrib.losses
    predictions, labels = tf.constant(PREDICTIONS), tf.constant(LABELS)
    weights = tf.constant([[0.5], [2.0]])
    made = [
        losses.absolute_difference(predictions, labels),
        losses.cosine_distance(predictions, labels, dim=1, weights=weights),
        losses.hinge_loss(predictions, labels),
        losses.log_loss(predictions, labels, weights=weights),
        losses.mean_pairwise_squared_error(predictions, labels),
        losses.mean_squared_error(predictions, labels, weights=weights),
        losses.sigmoid_cross_entropy(predictions, labels, label_smoothing=0.1),
        losses.softmax_cross_entropy(predictions, labels, weights=tf.constant([1.0, 3.0])),
        losses.sparse_softmax_cross_entropy(predictions, tf.constant([[1], [0]])),
    ]
    losses.add_loss(tf.constant(7.0))
    tf.add_to_collection(tf.GraphKeys.REGULARIZATION_LOSSES, tf.constant(0.25))
    total = losses.get_total_loss()
    return made, losses.compute_weighted_loss(predictions, weights=weights), total, losses.get_losses()


@builder
def metric_learning(tf: Any) -> Any:
    learning = tf.contrib.losses.metric_learning
    vectors = tf.constant(np.sin(np.arange(24, dtype=np.float32)).reshape(6, 4))
    labels = tf.constant([0, 1, 2, 0, 1, 2])
    return (
        learning.contrastive_loss(tf.constant([0, 1, 1]), vectors[:3], vectors[3:]),
        learning.triplet_semihard_loss(labels, tf.nn.l2_normalize(vectors, 1)),
        learning.npairs_loss(labels[:3], vectors[:3], vectors[3:]),
        learning.lifted_struct_loss(labels, vectors),
    )
