"""`optimize_loss` with its options, and targets. All sizes differ."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _loss(tf: Any) -> Any:
    x = tf.constant(np.sin(np.arange(10, dtype=np.float32)).reshape(2, 5))
    out = tf.contrib.layers.fully_connected(x, 3, activation_fn=tf.tanh)
    return tf.reduce_mean(tf.square(out - 0.5))


@builder
def optimize_loss(tf: Any) -> Any:
    step = tf.train.get_or_create_global_step()
    loss = _loss(tf)
    return trained(tf.contrib.layers.optimize_loss(loss, step, 0.1, "SGD"), [loss, step])


@builder
def optimize_loss_options(tf: Any) -> Any:
    layers = tf.contrib.layers
    step = tf.train.get_or_create_global_step()
    loss = _loss(tf)
    train = layers.optimize_loss(
        loss, step, learning_rate=0.1, optimizer=lambda rate: tf.train.MomentumOptimizer(rate, 0.9),
        gradient_multipliers={"fully_connected/biases": 0.5}, clip_gradients=0.3,
        learning_rate_decay_fn=lambda rate, step: tf.train.exponential_decay(rate, step, 5, 0.7),
        summaries=["loss", "learning_rate", "gradient_norm"], colocate_gradients_with_ops=True, name="optimize",
    )  # fmt: skip
    return trained(train, [loss, step])


@builder
def optimize_loss_noise(tf: Any) -> Any:
    step = tf.train.get_or_create_global_step()
    loss = _loss(tf)
    train = tf.contrib.layers.optimize_loss(
        loss, step, 0.05, tf.train.AdamOptimizer(0.01), gradient_noise_scale=0.01,
        clip_gradients=tf.contrib.slim.adaptive_clipping_fn(std_factor=1.5),
    )  # fmt: skip
    return trained(train, loss)


@builder
def targets(tf: Any) -> Any:
    layers = tf.contrib.layers
    features = {"weight": tf.constant([1.0, 2.0, 0.5])}
    wide = tf.constant([[0.1, 0.7, -1.0, 0.3], [1.5, -0.2, 0.4, 0.0], [0.0, 0.9, 0.2, -0.6]])
    one = wide[:, :1]
    numbers = layers.regression_target(weight_column_name="weight")
    classes = layers.multi_class_target(4, weight_column_name="weight")
    two = layers.multi_class_target(2)
    labels, binary = tf.constant([3, 0, 1]), tf.constant([[1.0], [0.0], [1.0]])
    ops = two.get_eval_ops({}, one, binary)
    return (
        numbers.loss(one, tf.constant([0.5, 1.0, -1.0]), features),
        numbers.training_loss(one, tf.constant([0.5, 1.0, -1.0]), features),
        classes.loss(wide, labels, features),
        classes.logits_to_predictions(wide, proba=True),
        two.logits_to_predictions(one),
        [ops[name][1] for name in sorted(ops)],
    )
