"""The layer functions of `tf.contrib.layers`, one call each and in small networks. All sizes differ."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _waves(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


@builder
def fully_connected(tf: Any) -> Any:
    return tf.contrib.layers.fully_connected(_waves(tf, 2, 5), 3)


@builder
def fully_connected_options(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.fully_connected(
        _waves(tf, 2, 4, 5), 3, activation_fn=tf.tanh, normalizer_fn=layers.batch_norm,
        normalizer_params={"is_training": True, "scale": True}, weights_initializer=layers.xavier_initializer(False),
        weights_regularizer=layers.l2_regularizer(0.1), outputs_collections="outs", variables_collections=["vars"],
        scope="dense",
    )  # fmt: skip


@builder
def fully_connected_reuse(tf: Any) -> Any:
    with tf.variable_scope("net"):
        one = tf.contrib.layers.fully_connected(_waves(tf, 2, 5), 5, scope="fc", biases_regularizer=tf.nn.l2_loss)
        return one, tf.contrib.layers.fully_connected(one, 5, scope="fc", reuse=True, activation_fn=None)


@builder
def linear_relu(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 5)
    return layers.linear(x, 3), layers.relu(x, 4), layers.relu6(x, 2), layers.elu(x, 6)


@builder
def legacy_fully_connected(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 5)
    return layers.legacy_fully_connected(x, 3), layers.legacy_relu(x, 4), layers.legacy_linear(x, 2, name="last")


@builder
def flatten(tf: Any) -> Any:
    x = tf.placeholder_with_default(np.ones((2, 3, 4), np.float32), [None, 3, 4])
    return tf.contrib.layers.flatten(x), tf.contrib.layers.flatten(_waves(tf, 3, 2, 2, 2), scope="other")


@builder
def dropout(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 3, 5)
    return layers.dropout(x), layers.dropout(x, 0.3, noise_shape=[3, 1]), layers.dropout(x, is_training=False)


@builder
def dropout_switched(tf: Any) -> Any:
    training = tf.placeholder_with_default(True, [])
    return tf.contrib.layers.dropout(_waves(tf, 3, 5), 0.4, is_training=training, outputs_collections="outs", seed=4)


@builder
def one_hot_encoding(tf: Any) -> Any:
    return tf.contrib.layers.one_hot_encoding(tf.constant([2, 0, 3]), 4, on_value=2.0, off_value=-1.0)


@builder
def bias_add(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.bias_add(_waves(tf, 2, 3, 4), activation_fn=tf.nn.relu, initializer=tf.ones_initializer())


@builder
def embed_sequence(tf: Any) -> Any:
    ids = tf.constant([[1, 2, 0], [3, 4, 1]])
    return tf.contrib.layers.embed_sequence(ids, vocab_size=5, embed_dim=4, scope="embed")


@builder
def bow_encoder(tf: Any) -> Any:
    ids = tf.constant([[1, 2, 0], [3, 4, 1]])
    return tf.contrib.layers.bow_encoder(ids, vocab_size=5, embed_dim=4, sparse_lookup=False)


@builder
def repeat(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.repeat(_waves(tf, 2, 6, 5, 2), 2, layers.conv2d, 3, [3, 2], scope="conv1")


@builder
def stack(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.stack(_waves(tf, 2, 5), layers.fully_connected, [4, 3, 6], scope="fc")


@builder
def stack_of_tuples(tf: Any) -> Any:
    layers = tf.contrib.layers
    return layers.stack(_waves(tf, 2, 6, 5, 2), layers.conv2d, [(3, [2, 2]), (4, [1, 3])])


@builder
def softmax(tf: Any) -> Any:
    return tf.contrib.layers.softmax(_waves(tf, 2, 3, 4))


@builder
def spatial_softmax(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 2, 4, 3, 5)
    return layers.spatial_softmax(x), layers.spatial_softmax(x, temperature=0.5, data_format="NHWC", name="fixed")


@builder
def unit_norm(tf: Any) -> Any:
    x = _waves(tf, 2, 3, 4) + 2.0
    return tf.contrib.layers.unit_norm(x, 1), tf.contrib.layers.unit_norm(x, 2, epsilon=1e-3, scope="n")


@builder
def maxout(tf: Any) -> Any:
    return tf.contrib.layers.maxout(_waves(tf, 2, 3, 6), 3), tf.contrib.layers.maxout(_waves(tf, 2, 6, 4), 2, axis=1)


@builder
def scale_gradient(tf: Any) -> Any:
    x = _waves(tf, 2, 3)
    y = tf.contrib.layers.scale_gradient(x, 0.25)
    return y, tf.gradients(tf.reduce_sum(y * y), x)


@builder
def sequences_of_images(tf: Any) -> Any:
    layers = tf.contrib.layers
    seq = layers.images_to_sequence(_waves(tf, 2, 3, 4, 5))
    return seq, layers.sequence_to_images(seq, 3)


@builder
def dense_to_sparse(tf: Any) -> Any:
    return tf.contrib.layers.dense_to_sparse(tf.constant([[1, 0, 2], [0, 0, 3]]))


@builder
def initializers(tf: Any) -> Any:
    layers = tf.contrib.layers
    made = [
        layers.xavier_initializer(), layers.xavier_initializer(uniform=False), layers.xavier_initializer_conv2d(seed=3),
        layers.variance_scaling_initializer(), layers.variance_scaling_initializer(1.0, "FAN_OUT", True),
        layers.variance_scaling_initializer(3.0, "FAN_AVG", False, seed=5),
    ]  # fmt: skip
    for place, each in enumerate(made):
        tf.get_variable("dense%d" % place, [4, 5], initializer=each)
        tf.get_variable("conv%d" % place, [3, 2, 4, 5], initializer=each)


@builder
def regularizers(tf: Any) -> Any:
    layers = tf.contrib.layers
    x = _waves(tf, 3, 4)
    both = layers.sum_regularizer([layers.l1_regularizer(0.1), layers.l2_regularizer(0.2)], scope="both")
    return (
        layers.l1_regularizer(0.5)(x),
        layers.l2_regularizer(0.5, "name")(x),
        layers.l1_l2_regularizer(0.3, 0.7)(x),
        both(x),
    )


@builder
def apply_regularization(tf: Any) -> Any:
    layers = tf.contrib.layers
    v = tf.get_variable("v", [3], initializer=tf.ones_initializer())
    w = tf.get_variable("w", [2], initializer=tf.ones_initializer())
    return layers.apply_regularization(layers.l2_regularizer(0.5), [v, w])


@builder
def summaries(tf: Any) -> Any:
    layers = tf.contrib.layers
    ones = tf.ones_initializer()  # whole numbers, whose histograms round nowhere
    x = layers.fully_connected(tf.ones([2, 5]), 3, weights_initializer=ones)
    layers.summarize_activations()
    layers.summarize_collection(tf.GraphKeys.TRAINABLE_VARIABLES)
    return layers.summarize_tensor(x, "x"), layers.summarize_activation(x), layers.summarize_tensors([x])


@builder
def small_network(tf: Any) -> Any:
    layers = tf.contrib.layers
    with tf.contrib.framework.arg_scope(
        [layers.conv2d, layers.fully_connected], weights_regularizer=layers.l2_regularizer(1e-2)
    ):
        x = layers.conv2d(_waves(tf, 4, 8, 6, 2), 3, [3, 2], normalizer_fn=layers.batch_norm)
        x = layers.max_pool2d(x, [2, 2])
        x = layers.dropout(layers.flatten(x), 0.8)
        logits = layers.fully_connected(x, 5, activation_fn=None)
    loss = tf.losses.sparse_softmax_cross_entropy([0, 4, 2, 1], logits) + tf.losses.get_regularization_loss()
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.AdamOptimizer(0.01).minimize(loss)
    return trained(step, loss)
