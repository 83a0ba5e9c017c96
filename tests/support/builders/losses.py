"""tf.losses, the cross entropies of tf.nn and the sampled losses."""

from typing import Any

from .registry import add, builder

_LABELS = [[0.0, 1.0], [1.0, 0.0]]
_LOGITS = [[0.3, 2.0], [1.5, -1.0]]

_LOSSES = {
    "mean_squared_error": lambda tf: tf.losses.mean_squared_error(_LABELS, _LOGITS),
    "mean_squared_error_weights": lambda tf: tf.losses.mean_squared_error(_LABELS, _LOGITS, weights=[[1.0], [0.5]]),
    "absolute_difference": lambda tf: tf.losses.absolute_difference(_LABELS, _LOGITS),
    "cosine_distance": lambda tf: tf.losses.cosine_distance(_LABELS, _LOGITS, axis=1),
    "hinge_loss": lambda tf: tf.losses.hinge_loss(_LABELS, _LOGITS),
    "huber_loss": lambda tf: tf.losses.huber_loss(_LABELS, _LOGITS),
    "log_loss": lambda tf: tf.losses.log_loss(_LABELS, tf.sigmoid(_LOGITS)),
    "mean_pairwise_squared_error": lambda tf: tf.losses.mean_pairwise_squared_error(_LABELS, tf.constant(_LOGITS)),
    "sigmoid_cross_entropy": lambda tf: tf.losses.sigmoid_cross_entropy(_LABELS, tf.constant(_LOGITS)),
    "sigmoid_cross_entropy_smoothed": lambda tf: tf.losses.sigmoid_cross_entropy(
        _LABELS, tf.constant(_LOGITS), label_smoothing=0.1
    ),
    "softmax_cross_entropy": lambda tf: tf.losses.softmax_cross_entropy(_LABELS, tf.constant(_LOGITS)),
    "softmax_cross_entropy_smoothed": lambda tf: tf.losses.softmax_cross_entropy(
        _LABELS, tf.constant(_LOGITS), label_smoothing=0.1
    ),
    "sparse_softmax_cross_entropy": lambda tf: tf.losses.sparse_softmax_cross_entropy([1, 0], tf.constant(_LOGITS)),
    "reduction_none": lambda tf: tf.losses.mean_squared_error(_LABELS, _LOGITS, reduction=tf.losses.Reduction.NONE),
    "reduction_mean": lambda tf: tf.losses.mean_squared_error(_LABELS, _LOGITS, reduction=tf.losses.Reduction.MEAN),
    "nn_sigmoid": lambda tf: tf.nn.sigmoid_cross_entropy_with_logits(labels=_LABELS, logits=tf.constant(_LOGITS)),
    "nn_softmax": lambda tf: tf.nn.softmax_cross_entropy_with_logits(labels=_LABELS, logits=tf.constant(_LOGITS)),
    "nn_softmax_v2": lambda tf: tf.nn.softmax_cross_entropy_with_logits_v2(labels=_LABELS, logits=tf.constant(_LOGITS)),
    "nn_sparse": lambda tf: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[1, 0], logits=tf.constant(_LOGITS)),
    "nn_sparse_3d": lambda tf: tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=tf.zeros([2, 3], tf.int32), logits=tf.zeros([2, 3, 4])
    ),
    "nn_weighted": lambda tf: tf.nn.weighted_cross_entropy_with_logits(_LABELS, tf.constant(_LOGITS), 2.0),
    "log_poisson_loss": lambda tf: tf.nn.log_poisson_loss(tf.constant(_LABELS), tf.constant(_LOGITS)),
    "compute_weighted_loss": lambda tf: tf.losses.compute_weighted_loss(tf.constant(_LOGITS), 0.5),
}
for _name, _make in sorted(_LOSSES.items()):
    add("losses", _name, _make)


@builder
def total_loss(tf: Any) -> Any:
    tf.losses.mean_squared_error(_LABELS, _LOGITS)
    tf.losses.add_loss(tf.constant(2.0))
    return tf.losses.get_total_loss()


@builder
def softmax_by_hand(tf: Any) -> Any:
    y = tf.nn.softmax(tf.constant(_LOGITS))
    loss = tf.reduce_mean(-tf.reduce_sum(tf.constant(_LABELS) * tf.log(y), reduction_indices=[1]))
    right = tf.equal(tf.argmax(y, 1), tf.argmax(tf.constant(_LABELS), 1))
    return [loss, tf.reduce_mean(tf.cast(right, tf.float32)), tf.reduce_mean(tf.cast(right, "float"))]


def _sampled(tf: Any) -> Any:
    weights = tf.Variable(tf.truncated_normal([20, 3], stddev=0.3))
    biases = tf.Variable(tf.zeros([20]))
    return weights, biases, tf.constant([[1], [5]], tf.int64), tf.ones([2, 3])


@builder
def nce_loss(tf: Any) -> Any:
    weights, biases, labels, inputs = _sampled(tf)
    loss = tf.reduce_mean(tf.nn.nce_loss(weights, biases, labels, inputs, num_sampled=4, num_classes=20))
    step = tf.train.GradientDescentOptimizer(1.0).minimize(loss)
    return lambda session: [session.run([loss, step]), session.run([loss, weights])]


@builder
def sampled_softmax_loss(tf: Any) -> Any:
    weights, biases, labels, inputs = _sampled(tf)
    loss = tf.reduce_mean(tf.nn.sampled_softmax_loss(weights, biases, labels, inputs, num_sampled=4, num_classes=20))
    step = tf.train.AdagradOptimizer(1.0).minimize(loss)
    return lambda session: [session.run([loss, step]), session.run([loss, weights])]


@builder
def sampled_softmax_loss_seeded(tf: Any, seed: Any) -> Any:
    weights, biases = tf.reshape(tf.range(60.0), [20, 3]) / 60.0, tf.zeros([20])
    return tf.nn.sampled_softmax_loss(weights, biases, tf.constant([[1], [5]]), tf.ones([2, 3]), 4, 20, seed=seed)


@builder
def word2vec(tf: Any) -> Any:
    inputs = tf.placeholder(tf.int32, shape=[2])
    labels = tf.placeholder(tf.int32, shape=[2, 1])
    embeddings = tf.Variable(tf.random_uniform([20, 3], -1.0, 1.0))
    embed = tf.nn.embedding_lookup(embeddings, inputs)
    weights = tf.Variable(tf.truncated_normal([20, 3], stddev=0.5))
    biases = tf.Variable(tf.zeros([20]))
    loss = tf.reduce_mean(
        tf.nn.nce_loss(weights=weights, biases=biases, labels=labels, inputs=embed, num_sampled=4, num_classes=20)
    )
    step = tf.train.GradientDescentOptimizer(1.0).minimize(loss)
    norm = tf.sqrt(tf.reduce_sum(tf.square(embeddings), 1, keep_dims=True))
    similarity = tf.matmul(embeddings / norm, embeddings / norm, transpose_b=True)
    feed = {inputs: [1, 2], labels: [[3], [4]]}
    return lambda session: [session.run([loss, step], feed), session.run([loss, similarity[0]], feed)]
