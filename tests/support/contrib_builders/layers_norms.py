"""Normalizations of `tf.contrib.layers`. All sizes differ."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


def _updates(tf: Any, out: Any) -> Any:
    updates = tf.get_collection(tf.GraphKeys.UPDATE_OPS)
    return lambda session: [
        session.run(out),
        session.run(updates),
        session.run(tf.global_variables()),
        session.run(out),
    ]


@builder
def batch_norm(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 4, 5)))


@builder
def batch_norm_images(tf: Any) -> Any:
    return _updates(
        tf, tf.contrib.layers.batch_norm(_waves(tf, 2, 4, 5, 3), scale=True, decay=0.9, activation_fn=tf.nn.relu)
    )


@builder
def batch_norm_unfused(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 2, 4, 5, 3), fused=False, center=False, epsilon=0.1))


@builder
def batch_norm_inference(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 2, 4, 5, 3), is_training=False, scope="bn"))


@builder
def batch_norm_switched(tf: Any) -> Any:
    training = tf.placeholder_with_default(True, [])
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 4, 5), is_training=training, fused=False))


@builder
def batch_norm_switched_fused(tf: Any) -> Any:
    training = tf.placeholder_with_default(True, [])
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 2, 4, 5, 3), is_training=training, fused=True))


@builder
def batch_norm_in_place(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 4, 5), updates_collections=None, decay=0.5))


@builder
def batch_norm_weighted(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 4, 5), batch_weights=tf.constant([1.0, 0.0, 2.0, 1.0])))


@builder
def batch_norm_zero_debias(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 4, 5), zero_debias_moving_mean=True, fused=False))


@builder
def batch_norm_renorm(tf: Any) -> Any:
    return _updates(tf, tf.contrib.layers.batch_norm(_waves(tf, 2, 4, 5, 3), renorm=True, fused=False))


@builder
def layer_norm(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 4, 5, 3)
    return layers.layer_norm(x), layers.layer_norm(
        x, begin_norm_axis=-1, scale=False, activation_fn=tf.tanh, scope="last"
    )


@builder
def instance_norm(tf: Any) -> Any:
    return tf.contrib.layers.instance_norm(_waves(tf, 2, 4, 5, 3)), tf.contrib.layers.instance_norm(
        _waves(tf, 2, 3, 4, 5), data_format="NCHW"
    )


@builder
def group_norm(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 4, 5, 6)
    return layers.group_norm(x, groups=3), layers.group_norm(
        x, groups=2, channels_axis=-1, reduction_axes=[-3, -2], scope="g"
    )


@builder
def gdn(tf: Any) -> Any:
    x = _waves(tf, 2, 4, 5, 3)
    return tf.contrib.layers.gdn(x), tf.contrib.layers.gdn(x, inverse=True)


@builder
def training(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = layers.layer_norm(layers.fully_connected(_waves(tf, 4, 5), 6))
    x = layers.batch_norm(layers.fully_connected(x, 3))
    loss = tf.reduce_mean(tf.square(x - 1.0))
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        return trained(tf.train.GradientDescentOptimizer(0.1).minimize(loss), loss)
