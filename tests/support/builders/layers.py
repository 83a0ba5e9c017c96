"""tf.layers: the functions and the classes."""

from typing import Any

import numpy as np

from .registry import add, builder


def _images(tf: Any) -> Any:
    return tf.reshape(tf.range(64.0) / 64.0, [2, 4, 4, 2])


def _sequence(tf: Any) -> Any:
    return tf.reshape(tf.range(24.0) / 24.0, [2, 6, 2])


def _volume(tf: Any) -> Any:
    return tf.reshape(tf.range(64.0) / 64.0, [1, 4, 4, 4, 1])


_LAYERS = {
    "dense": lambda tf: tf.layers.dense(tf.ones([2, 3]), 4),
    "dense_relu": lambda tf: tf.layers.dense(tf.ones([2, 3]), 4, tf.nn.relu, name="fc"),
    "dense_no_bias": lambda tf: tf.layers.dense(tf.ones([2, 3]), 4, use_bias=False),
    "dense_3d": lambda tf: tf.layers.dense(tf.ones([2, 3, 2]), 4, tf.tanh),
    "dense_placeholder": lambda tf: _fed(tf, [None, 3], lambda x: tf.layers.dense(x, 4, tf.nn.sigmoid)),
    "dense_placeholder_3d": lambda tf: _fed(tf, [None, None, 3], lambda x: tf.layers.dense(x, 4)),
    "conv1d": lambda tf: tf.layers.conv1d(_sequence(tf), 3, 2, activation=tf.nn.relu),
    "conv1d_causal": lambda tf: tf.keras.layers.Conv1D(3, 2, padding="causal")(_sequence(tf)),
    "conv2d": lambda tf: tf.layers.conv2d(_images(tf), 3, 3, activation=tf.nn.relu),
    "conv2d_same": lambda tf: tf.layers.conv2d(_images(tf), 3, [2, 2], strides=2, padding="same", name="c"),
    "conv2d_dilated": lambda tf: tf.layers.conv2d(_images(tf), 3, 2, dilation_rate=2),
    "conv2d_channels_first": lambda tf: tf.layers.Conv2D(2, 2, data_format="channels_first").build([1, 2, 4, 4]),
    "conv3d": lambda tf: tf.layers.conv3d(_volume(tf), 2, 2),
    "conv2d_transpose": lambda tf: tf.layers.conv2d_transpose(_images(tf), 3, 2, strides=2),
    "conv2d_transpose_placeholder": lambda tf: _fed(
        tf, [None, None, None, 2], lambda x: tf.layers.conv2d_transpose(x, 2, 2, strides=2, padding="same")
    ),
    "conv3d_transpose": lambda tf: tf.layers.conv3d_transpose(_volume(tf), 2, 2),
    "separable_conv1d": lambda tf: tf.layers.separable_conv1d(_sequence(tf), 3, 2),
    "separable_conv2d": lambda tf: tf.layers.separable_conv2d(_images(tf), 3, 2, activation=tf.nn.elu),
    "max_pooling1d": lambda tf: tf.layers.max_pooling1d(_sequence(tf), 2, 2),
    "average_pooling1d": lambda tf: tf.layers.average_pooling1d(_sequence(tf), 2, 2),
    "max_pooling2d": lambda tf: tf.layers.max_pooling2d(_images(tf), 2, 2),
    "average_pooling2d": lambda tf: tf.layers.average_pooling2d(_images(tf), 2, 2, padding="same"),
    "max_pooling3d": lambda tf: tf.layers.max_pooling3d(_volume(tf), 2, 2),
    "average_pooling3d": lambda tf: tf.layers.average_pooling3d(_volume(tf), 2, 2),
    "flatten": lambda tf: tf.layers.flatten(_images(tf)),
    "flatten_placeholder": lambda tf: _fed(tf, [None, 2, 3], tf.layers.flatten),
    "flatten_unknown": lambda tf: _fed(tf, [None, None, 3], tf.layers.flatten),
    "flatten_class": lambda tf: tf.layers.Flatten()(_images(tf)),
}


def _fed(tf: Any, shape: Any, layer: Any) -> Any:
    """The layer on a placeholder; each unknown size becomes 3."""
    x = tf.placeholder(tf.float32, shape)
    y = layer(x)
    known = [size or 3 for size in shape]
    return lambda session: session.run(y, {x: np.arange(np.prod(known), dtype=np.float32).reshape(known) / 36})


for _name, _make in sorted(_LAYERS.items()):
    add("layers", _name, _make)


@builder
def several_layers(tf: Any) -> Any:
    x = tf.layers.conv2d(_images(tf), 3, 3, padding="same", activation=tf.nn.relu)
    x = tf.layers.max_pooling2d(x, 2, 2)
    x = tf.layers.conv2d(x, 3, 2)
    x = tf.layers.flatten(x)
    x = tf.layers.dense(x, 5, activation=tf.nn.relu)
    x = tf.layers.dropout(x, 0.4, training=True)
    return tf.layers.dense(x, 2)


@builder
def reused_layers(tf: Any) -> Any:
    def net(x: Any, reuse: bool) -> Any:
        with tf.variable_scope("net", reuse=reuse):
            x = tf.layers.dense(x, 4, activation=tf.nn.leaky_relu)
            return tf.layers.dense(x, 1, name="out")

    return [net(tf.ones([2, 3]), False), net(tf.zeros([2, 3]), True)]


@builder
def dense_regularized(tf: Any, seed: Any) -> Any:
    y = tf.layers.dense(
        tf.ones([2, 3]),
        4,
        kernel_initializer=tf.truncated_normal_initializer(stddev=0.1, seed=seed),
        bias_initializer=tf.constant_initializer(0.1),
        kernel_regularizer=lambda w: 0.1 * tf.nn.l2_loss(w),
        activity_regularizer=tf.reduce_sum,
    )
    return [y, tf.losses.get_regularization_losses()]


@builder
def dense_class(tf: Any) -> Any:
    layer = tf.layers.Dense(4, name="fc")
    return [layer(tf.ones([2, 3])), layer(tf.zeros([2, 3])), layer.kernel]


@builder
def keras_regularizer(tf: Any) -> Any:
    y = tf.layers.dense(tf.ones([2, 3]), 4, kernel_regularizer=tf.keras.regularizers.l2(0.01))
    return [y, tf.losses.get_total_loss()]


@builder
def dropout_training(tf: Any, seed: Any) -> Any:
    return tf.layers.dropout(tf.ones([4, 3]), rate=0.4, training=True, seed=seed)


@builder
def dropout_inference(tf: Any) -> Any:
    return tf.layers.dropout(tf.ones([4, 3]), rate=0.4)


@builder
def dropout_placeholder(tf: Any, seed: Any) -> Any:
    training = tf.placeholder(tf.bool)
    y = tf.layers.dropout(tf.ones([4, 3]), rate=0.4, training=training, seed=seed)
    return lambda session: [session.run(y, {training: True}), session.run(y, {training: False})]


def _normalized(tf: Any, training: Any, **options: Any) -> Any:
    y = tf.layers.batch_normalization(_images(tf), training=training, **options)
    return [y, tf.get_collection(tf.GraphKeys.UPDATE_OPS)]


_NORMALIZATIONS = {
    "inference": lambda tf: _normalized(tf, False),
    "training": lambda tf: _normalized(tf, True),
    "training_variable": lambda tf: _normalized(tf, tf.get_variable("t", initializer=True, trainable=False)),
    "training_tensor": lambda tf: _normalized(tf, tf.constant(True)),
    "not_fused": lambda tf: _normalized(tf, True, fused=False),
    "not_fused_tensor": lambda tf: _normalized(tf, tf.constant(True), fused=False),
    "no_scale": lambda tf: _normalized(tf, True, scale=False, center=False),
    "axis_1": lambda tf: _normalized(tf, True, axis=1, fused=False),
    "momentum_epsilon": lambda tf: _normalized(tf, True, momentum=0.9, epsilon=1e-5),
    "renorm": lambda tf: _normalized(tf, True, renorm=True),
}
for _name, _make in sorted(_NORMALIZATIONS.items()):
    add("layers", "batch_normalization_" + _name, _make)


@builder
def batch_normalization_2d(tf: Any) -> Any:
    x = tf.constant([[1.0, 2.0], [3.0, 5.0], [4.0, 1.0]])
    return [tf.layers.batch_normalization(x, training=True), tf.get_collection(tf.GraphKeys.UPDATE_OPS)]


@builder
def batch_normalization_placeholder(tf: Any) -> Any:
    training = tf.placeholder(tf.bool, [])
    y = tf.layers.batch_normalization(_images(tf), training=training)
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    return lambda session: [session.run([y] + updates, {training: True}), session.run(y, {training: False})]


@builder
def batch_normalization_with_default(tf: Any) -> Any:
    training = tf.placeholder_with_default(False, [], name="is_training")
    y = tf.layers.batch_normalization(_images(tf), training=training)
    return [y, tf.layers.dropout(y, training=training)]
