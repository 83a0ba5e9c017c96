"""`tf.losses` and the functions behind them: numbers, names, collections."""

import numpy as np
import tensorflow as tf

labels = tf.constant([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
logits = tf.constant([[2.0, 1.0, -1.0], [0.5, 0.2, 3.0]])
classes = tf.constant([0, 1])
made = [
    tf.losses.softmax_cross_entropy(labels, logits),
    tf.losses.softmax_cross_entropy(labels, logits, label_smoothing=0.1, weights=[1.0, 0.0]),
    tf.losses.sparse_softmax_cross_entropy(classes, logits),
    tf.losses.sigmoid_cross_entropy(labels, logits, reduction=tf.losses.Reduction.NONE, loss_collection=None),
    tf.losses.mean_squared_error(labels, logits, weights=0.5),
    tf.losses.absolute_difference(labels, logits, reduction=tf.losses.Reduction.SUM),
    tf.losses.hinge_loss(labels, logits),
    tf.losses.huber_loss(labels, logits, delta=0.5),
    tf.losses.log_loss(labels, tf.nn.softmax(logits)),
    tf.losses.cosine_distance(labels, tf.nn.l2_normalize(logits, 1), axis=1),
    tf.losses.mean_pairwise_squared_error(labels, logits),
    tf.losses.compute_weighted_loss(logits, weights=[[1.0], [0.0]], loss_collection=None),
    tf.losses.mean_squared_error(labels, logits, scope="mine", loss_collection="other"),
]
plain = [
    tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits),
    tf.nn.softmax_cross_entropy_with_logits_v2(labels=labels, logits=logits),
    tf.nn.sparse_softmax_cross_entropy_with_logits(labels=classes, logits=logits),
    tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits),
    tf.nn.weighted_cross_entropy_with_logits(labels, logits, 2.0),
    tf.nn.l2_loss(logits),
    tf.nn.log_softmax(logits),
    tf.nn.ctc_loss(tf.SparseTensor([[0, 0]], [0], [1, 1]), tf.zeros([2, 1, 3]), [2]),
    tf.nn.nce_loss(
        tf.ones([4, 3]),
        tf.zeros([4]),
        tf.constant([[1], [2]], tf.int64),
        logits,
        1,
        4,
        sampled_values=([3], [[0.5], [0.5]], [0.5]),
    ),
]
for each in made + plain:
    print(each.name, each.shape)
print(
    [l.name for l in tf.losses.get_losses()],
    [l.name for l in tf.losses.get_losses(loss_collection="other")],
    tf.losses.get_total_loss().name,
    tf.losses.get_total_loss(add_regularization_losses=False, name="t").name,
)
metrics = [
    tf.metrics.accuracy(classes, tf.argmax(logits, 1)),
    tf.metrics.mean(logits, name="m"),
    tf.metrics.auc(labels, tf.nn.softmax(logits)),
    tf.metrics.precision(labels, logits > 1.0),
    tf.metrics.recall(labels, logits > 1.0),
    tf.metrics.mean_iou(classes, tf.argmax(logits, 1), 3),
    tf.metrics.mean_squared_error(labels, logits),
    tf.metrics.false_positives(labels, logits > 0.0),
    tf.metrics.recall_at_k(tf.cast(tf.expand_dims(classes, 1), tf.int64), logits, 2),
    tf.metrics.root_mean_squared_error(labels, logits),
    tf.metrics.percentage_below(logits, 1.0),
    tf.metrics.mean_per_class_accuracy(classes, tf.argmax(logits, 1), 3),
    tf.metrics.sparse_average_precision_at_k(tf.cast(tf.expand_dims(classes, 1), tf.int64), logits, 2),
]
for value, update in metrics:
    print(value.name, getattr(update, "name", update))
print([v.name for v in tf.local_variables()][:8], len(tf.get_collection(tf.GraphKeys.METRIC_VARIABLES)))
confusion = tf.confusion_matrix(classes, tf.argmax(logits, 1), 3)
with tf.Session() as sess:
    sess.run(tf.local_variables_initializer())
    for each in made + plain:
        print(np.round(sess.run(each), 5).tolist())
    print("%.5f" % sess.run(tf.losses.get_total_loss()))
    for _ in range(2):
        sess.run([update for _, update in metrics])
    print([np.round(v, 5).tolist() for v in sess.run([value for value, _ in metrics])], sess.run(confusion).tolist())
for wrong in (
    lambda: tf.losses.mean_squared_error(labels, classes),
    lambda: tf.losses.softmax_cross_entropy(None, logits),
    lambda: tf.losses.mean_squared_error(labels, logits, reduction="x"),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=labels),
    lambda: tf.losses.mean_squared_error(labels, logits, weights=tf.ones([5])),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
