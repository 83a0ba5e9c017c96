"""tf.nn: dropout, normalization, convolution, softmax and their like."""

from typing import Any

from .registry import add, builder


def _images(tf: Any) -> Any:
    return tf.reshape(tf.range(64.0) / 64.0, [2, 4, 4, 2])


_DROPOUTS = {
    "keep_prob": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), 0.6, seed=seed),
    "keep_prob_named": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), keep_prob=0.6, seed=seed, name="drop"),
    "keep_prob_one": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), keep_prob=1.0, seed=seed),
    "keep_prob_int_one": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), keep_prob=1, seed=seed),
    "keep_prob_tensor": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), tf.constant(0.6), seed=seed),
    "rate": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), rate=0.4, seed=seed),
    "rate_zero": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), rate=0.0, seed=seed),
    "rate_int_zero": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), rate=0, seed=seed),
    "rate_tensor": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), rate=tf.constant(0.4), seed=seed),
    "noise_shape": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), 0.5, noise_shape=[4, 1], seed=seed),
    "noise_shape_none": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3]), 0.5, noise_shape=[None, 1], seed=seed),
    "double": lambda tf, seed: tf.nn.dropout(tf.ones([4, 3], tf.float64), 0.6, seed=seed),
}
for _name, _make in sorted(_DROPOUTS.items()):
    add("neural", "dropout_" + _name, _make)


@builder
def dropout_placeholder(tf: Any, seed: Any) -> Any:
    keep = tf.placeholder(tf.float32)
    x = tf.placeholder(tf.float32, [None, 3])
    y = tf.nn.dropout(x, keep, seed=seed)
    data = [[1.0, 2.0, 3.0]] * 4
    return lambda session: [session.run(y, {keep: 0.5, x: data}), session.run(y, {keep: 1.0, x: data})]


@builder
def dropout_twice(tf: Any) -> Any:
    return tf.nn.dropout(tf.nn.dropout(tf.ones([3, 3]), 0.6), 0.6) + tf.random_normal([3, 3])


_OPS = {
    "relu_family": lambda tf: [
        f(tf.constant([-1.0, 0.5, 7.0]))
        for f in (
            tf.nn.relu,
            tf.nn.relu6,
            tf.nn.elu,
            tf.nn.selu,
            tf.nn.leaky_relu,
            tf.nn.softplus,
            tf.nn.softsign,
            tf.tanh,
            tf.sigmoid,
            tf.nn.swish,
            tf.nn.crelu,
            tf.log_sigmoid,
            tf.nn.sigmoid,
            tf.nn.tanh,
        )
    ],
    "leaky_relu_alpha": lambda tf: tf.nn.leaky_relu(tf.constant([-1.0, 2.0]), alpha=0.01),
    "bias_add": lambda tf: tf.nn.bias_add(tf.ones([2, 3]), tf.constant([1.0, 2.0, 3.0])),
    "xw_plus_b": lambda tf: tf.nn.xw_plus_b(tf.ones([2, 3]), tf.ones([3, 2]), tf.ones([2])),
    "relu_layer": lambda tf: tf.nn.relu_layer(tf.ones([2, 3]), tf.ones([3, 2]), tf.ones([2])),
    "conv2d": lambda tf: tf.nn.conv2d(_images(tf), tf.ones([2, 2, 2, 1]), [1, 1, 1, 1], "SAME"),
    "conv2d_named": lambda tf: tf.nn.conv2d(
        input=_images(tf), filter=tf.ones([2, 2, 2, 1]), strides=[1, 2, 2, 1], padding="VALID", name="c"
    ),
    "conv1d": lambda tf: tf.nn.conv1d(tf.ones([1, 5, 2]), tf.ones([2, 2, 1]), 1, "SAME"),
    "conv2d_transpose": lambda tf: tf.nn.conv2d_transpose(
        _images(tf), tf.ones([2, 2, 3, 2]), [2, 8, 8, 3], [1, 2, 2, 1]
    ),
    "conv2d_transpose_dynamic": lambda tf: tf.nn.conv2d_transpose(
        _images(tf), tf.ones([2, 2, 3, 2]), tf.stack([tf.shape(_images(tf))[0], 8, 8, 3]), [1, 2, 2, 1]
    ),
    "depthwise_conv2d": lambda tf: tf.nn.depthwise_conv2d(_images(tf), tf.ones([2, 2, 2, 1]), [1, 1, 1, 1], "SAME"),
    "separable_conv2d": lambda tf: tf.nn.separable_conv2d(
        _images(tf), tf.ones([2, 2, 2, 1]), tf.ones([1, 1, 2, 3]), [1, 1, 1, 1], "SAME"
    ),
    "atrous_conv2d": lambda tf: tf.nn.atrous_conv2d(_images(tf), tf.ones([2, 2, 2, 1]), 2, "SAME"),
    "convolution": lambda tf: tf.nn.convolution(_images(tf), tf.ones([2, 2, 2, 1]), "SAME"),
    "max_pool": lambda tf: tf.nn.max_pool(_images(tf), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    "avg_pool": lambda tf: tf.nn.avg_pool(_images(tf), ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="VALID"),
    "max_pool_with_argmax": lambda tf: tf.nn.max_pool_with_argmax(_images(tf), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    "pool": lambda tf: tf.nn.pool(_images(tf), [2, 2], "AVG", "VALID"),
    "softmax": lambda tf: [tf.nn.softmax(tf.constant([[1.0, 2.0], [3.0, 5.0]])), tf.nn.softmax(_images(tf), dim=1)],
    "log_softmax": lambda tf: [tf.nn.log_softmax(tf.constant([[1.0, 2.0]])), tf.nn.log_softmax(_images(tf), axis=2)],
    "l2_normalize": lambda tf: [tf.nn.l2_normalize(_images(tf), 3), tf.nn.l2_normalize(_images(tf), dim=[1, 2])],
    "l2_loss": lambda tf: tf.nn.l2_loss(_images(tf)),
    "lrn": lambda tf: tf.nn.lrn(_images(tf), 4, bias=1.0, alpha=0.001 / 9.0, beta=0.75, name="norm1"),
    "local_response_normalization": lambda tf: tf.nn.local_response_normalization(_images(tf)),
    "moments": lambda tf: [tf.nn.moments(_images(tf), [0, 1, 2]), tf.nn.moments(_images(tf), [1], keep_dims=True)],
    "weighted_moments": lambda tf: tf.nn.weighted_moments(_images(tf), [0], 2.0),
    "batch_normalization": lambda tf: tf.nn.batch_normalization(
        _images(tf), tf.ones([2]), tf.ones([2]), tf.zeros([2]), tf.ones([2]), 1e-3
    ),
    "batch_normalization_no_scale": lambda tf: tf.nn.batch_normalization(
        _images(tf), tf.ones([2]), tf.ones([2]), None, None, 1e-3
    ),
    "fused_batch_norm": lambda tf: tf.nn.fused_batch_norm(_images(tf), tf.ones([2]), tf.zeros([2]))[0],
    "top_k": lambda tf: [tf.nn.top_k(tf.constant([3.0, 1.0, 2.0]), 2), tf.nn.in_top_k([[0.1, 0.9]], [1], 1)],
    "zero_fraction": lambda tf: tf.nn.zero_fraction(_images(tf)),
    "embedding_lookup": lambda tf: tf.nn.embedding_lookup(tf.reshape(tf.range(6.0), [3, 2]), [0, 2]),
    "embedding_lookup_max_norm": lambda tf: tf.nn.embedding_lookup(tf.ones([3, 2]), [0, 2], max_norm=0.5),
    "embedding_lookup_list": lambda tf: tf.nn.embedding_lookup([tf.ones([3, 2]), tf.zeros([3, 2])], [0, 5]),
    "embedding_lookup_sparse": lambda tf: tf.nn.embedding_lookup_sparse(
        tf.ones([3, 2]), tf.SparseTensor([[0, 0], [1, 1]], tf.constant([1, 2], tf.int64), [2, 2]), None, combiner="mean"
    ),
    "ctc_loss": lambda tf: tf.nn.ctc_loss(
        tf.SparseTensor([[0, 0]], tf.constant([1]), [1, 1]), tf.zeros([3, 1, 4]), tf.constant([3])
    ),
    "ctc_decoders": lambda tf: [
        tf.nn.ctc_greedy_decoder(tf.zeros([3, 1, 4]), tf.constant([3]))[0][0].values,
        tf.nn.ctc_beam_search_decoder(tf.random_normal([3, 1, 4], seed=1), tf.constant([3]))[0][0].values,
    ],
    "cosine_and_norms": lambda tf: [tf.norm(_images(tf)), tf.norm(_images(tf), axis=1), tf.norm(_images(tf), ord=1)],
    "sufficient_statistics": lambda tf: tf.nn.normalize_moments(
        *tf.nn.sufficient_statistics(_images(tf), [0])[:3] + (None,)
    ),
    "space_depth": lambda tf: [tf.space_to_depth(_images(tf), 2), tf.depth_to_space(tf.ones([1, 2, 2, 4]), 2)],
}
for _name, _make in sorted(_OPS.items()):
    add("neural", _name, _make)
