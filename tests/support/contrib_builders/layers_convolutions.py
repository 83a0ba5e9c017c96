"""Convolutions and pools of `tf.contrib.layers`. All sizes differ."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


@builder
def conv2d(tf: Any) -> Any:
    return tf.contrib.layers.conv2d(_waves(tf, 2, 6, 5, 3), 4, [3, 2])


@builder
def conv2d_options(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 8, 7, 3)
    return (
        layers.conv2d(
            x, 4, 3, stride=2, padding="VALID", activation_fn=None, weights_regularizer=layers.l1_regularizer(0.1)
        ),
        layers.conv2d(x, 4, [2, 3], rate=2, biases_initializer=None, outputs_collections="outs", scope="rated"),
        layers.convolution2d(x, 5, 1, normalizer_fn=layers.batch_norm, weights_initializer=tf.ones_initializer()),
    )


@builder
def conv1d(tf: Any) -> Any:
    return tf.contrib.layers.conv1d(_waves(tf, 2, 9, 3), 4, 3, stride=2, padding="SAME")


@builder
def conv3d(tf: Any) -> Any:
    return tf.contrib.layers.conv3d(_waves(tf, 1, 5, 4, 3, 2), 4, [2, 3, 1])


@builder
def conv2d_transpose(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 4, 3, 5)
    return layers.conv2d_transpose(x, 3, [3, 2], stride=2), layers.conv2d_transpose(
        x, 2, 4, stride=[1, 2], padding="VALID", normalizer_fn=layers.batch_norm
    )


@builder
def conv3d_transpose(tf: Any) -> Any:
    return tf.contrib.layers.conv3d_transpose(_waves(tf, 1, 3, 4, 2, 3), 2, [2, 2, 3], stride=[2, 1, 1])


@builder
def conv2d_in_plane(tf: Any) -> Any:
    return tf.contrib.layers.conv2d_in_plane(_waves(tf, 2, 6, 5, 3), [3, 2])


@builder
def separable_conv2d(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 6, 5, 3)
    return (
        layers.separable_conv2d(x, 4, [3, 2], depth_multiplier=2),
        layers.separable_conv2d(x, None, [3, 3], 1, stride=2, scope="depthwise"),
        layers.separable_conv2d(
            x, 5, 3, 1, rate=2, normalizer_fn=layers.batch_norm, weights_regularizer=layers.l2_regularizer(0.1)
        ),
    )


@builder
def pools(tf: Any) -> Any:
    layers = tf.contrib.layers
    x, y = _waves(tf, 2, 6, 5, 3), _waves(tf, 1, 6, 5, 4, 2)
    return (
        layers.max_pool2d(x, [2, 2]),
        layers.max_pool2d(x, 3, stride=1, padding="SAME", outputs_collections="outs"),
        layers.avg_pool2d(x, [3, 2], stride=[1, 2]),
        layers.max_pool3d(y, [2, 2, 2]),
        layers.avg_pool3d(y, 2, padding="SAME"),
    )


@builder
def pool(tf: Any) -> Any:
    slim = tf.contrib.slim
    return slim.pool(_waves(tf, 2, 6, 5, 3), [2, 3], "AVG", padding="SAME"), slim.pool(
        _waves(tf, 2, 9, 3), [2], "MAX", stride=2
    )


@builder
def data_format(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.max_pool2d(_waves(tf, 2, 6, 5, 3), 2, data_format="NHWC"), layers.bias_add(
        _waves(tf, 2, 3, 4, 5), data_format="NCHW"
    )
