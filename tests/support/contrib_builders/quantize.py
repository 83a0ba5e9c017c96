"""Graphs rewritten for quantized training and evaluation. Sizes: batch 2, images 5 x 5 x 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _images(tf: Any) -> Any:
    return tf.constant(np.sin(np.arange(150, dtype=np.float32)).reshape(2, 5, 5, 3))


def _operations(tf: Any) -> Any:
    """The names of what fake quantization and folding added."""
    names = [op.name for op in tf.get_default_graph().get_operations()]
    return tf.constant([name for name in names if "quant" in name.lower() or "Fold" in name or "correction" in name])


def _network(tf: Any, training: bool, fused: bool) -> Any:
    layers = tf.contrib.layers
    norm = {"is_training": training, "decay": 0.9, "fused": fused, "scale": True}
    normed = {"normalizer_fn": layers.batch_norm, "normalizer_params": norm}
    net = layers.conv2d(_images(tf), 4, 3, scope="first", **normed)
    side = layers.conv2d(net, 4, 1, activation_fn=None, scope="side", **normed)
    net = tf.nn.relu6(net + side)
    net = layers.separable_conv2d(net, None, 3, depth_multiplier=1, scope="depthwise", **normed)
    net = tf.reshape(net, [2, 100])
    return layers.fully_connected(net, 2, activation_fn=None, scope="logits")


@builder
def training(tf: Any) -> Any:
    logits = _network(tf, True, True)
    loss = tf.reduce_mean(tf.square(logits - 0.5))
    # All steps before the delay: a value of 8 bits jumps by a step where another processor's sums round otherwise.
    tf.contrib.quantize.create_training_graph(quant_delay=300)
    return _played(tf, loss, logits)


@builder
def training_of_fine_steps(tf: Any) -> Any:
    logits = _network(tf, True, True)
    loss = tf.reduce_mean(tf.square(logits - 0.5))
    tf.contrib.quantize.experimental_create_training_graph(weight_bits=15, activation_bits=16, quant_delay=3)
    return _played(tf, loss, logits)


def _played(tf: Any, loss: Any, logits: Any) -> Any:
    """Twenty small steps: the gradient of an extreme or zero value is there or not by the last bit, in 1.15 too."""
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.GradientDescentOptimizer(1e-5).minimize(loss)
    names = _operations(tf)
    history = trained(step, [loss, logits])
    return lambda session: [history(session), session.run(names)]


@builder
def training_of_unfused(tf: Any) -> Any:
    layers = tf.contrib.layers
    norm = {"is_training": True, "decay": 0.9, "fused": False}
    net = layers.conv2d(_images(tf), 4, 3, normalizer_fn=layers.batch_norm, normalizer_params=norm, scope="first")
    loss = tf.reduce_mean(tf.square(net - 0.5))
    tf.contrib.quantize.experimental_create_training_graph(
        weight_bits=14, activation_bits=15, symmetric=True, freeze_bn_delay=5
    )
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.GradientDescentOptimizer(1e-3).minimize(loss)
    names = _operations(tf)
    history = trained(step, loss)
    return lambda session: [history(session), session.run(names)]


@builder
def evaluation(tf: Any) -> Any:
    logits = _network(tf, False, True)
    tf.contrib.quantize.create_eval_graph()
    return logits, _operations(tf)


@builder
def evaluation_within_a_scope(tf: Any) -> Any:
    logits = _network(tf, False, True)
    tf.contrib.quantize.experimental_create_eval_graph(weight_bits=5, activation_bits=7, scope="first")
    return logits, _operations(tf)
