"""Old spellings beside the spelling that TensorFlow 1.15 has for the same thing; also read by Python 3.7.

A case is `name -> (modern, old)`, each a function of `tf` that builds something and returns what to fetch. The modern
one is recorded under 1.15, the old one is built by the tests; without an old one the same text is both.
"""

import numpy as np

X = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.5]], np.float32)
Y = np.array([[2.0, 1.0, 0.5], [-1.0, 3.0, 2.5]], np.float32)
SQUARE = np.array([[4.0, 1.0], [1.0, 3.0]], np.float32)
BATCH = np.stack([SQUARE, 2 * SQUARE])
SOFT = np.array([[0.2, 0.3, 0.5], [0.1, 0.8, 0.1]], np.float32)
IMAGE = np.arange(2 * 3 * 4 * 1, dtype=np.float32).reshape(2, 3, 4, 1)
CASES = {}


def pair(name, modern, old=None):
    CASES[name] = (modern, old or modern)


pair("mul", lambda tf: tf.multiply(X, Y), lambda tf: tf.mul(X, Y))
pair("sub", lambda tf: tf.subtract(X, Y), lambda tf: tf.sub(X, Y))
pair("neg", lambda tf: tf.negative(X), lambda tf: tf.neg(X))
pair("inv", lambda tf: tf.reciprocal(X), lambda tf: tf.inv(X))
pair("pack", lambda tf: tf.stack([X, Y], axis=1), lambda tf: tf.pack([X, Y], axis=1))
pair("unpack", lambda tf: tf.unstack(X, axis=1), lambda tf: tf.unpack(X, axis=1))
pair("select", lambda tf: tf.where(X > 0, X, Y), lambda tf: tf.select(X > 0, X, Y))
pair("listdiff", lambda tf: tf.setdiff1d([1, 2, 3, 4], [2, 4]), lambda tf: tf.listdiff([1, 2, 3, 4], [2, 4]))
pair("complex_abs", lambda tf: tf.abs(tf.complex(X, Y)), lambda tf: tf.complex_abs(tf.complex(X, Y)))
pair(
    "batch_matmul",
    lambda tf: tf.matmul(BATCH, BATCH, adjoint_b=True),
    lambda tf: tf.batch_matmul(BATCH, BATCH, adj_y=True),
)
pair("batch_cholesky", lambda tf: tf.cholesky(BATCH), lambda tf: tf.batch_cholesky(BATCH))
pair("batch_matrix_inverse", lambda tf: tf.matrix_inverse(BATCH), lambda tf: tf.batch_matrix_inverse(BATCH))
pair("batch_matrix_diag", lambda tf: tf.matrix_diag(X), lambda tf: tf.batch_matrix_diag(X))
pair("batch_fft", lambda tf: tf.fft(tf.complex(X, Y)), lambda tf: tf.batch_fft(tf.complex(X, Y)))
pair("batch_svd", lambda tf: tf.svd(BATCH)[0], lambda tf: tf.batch_svd(BATCH)[0])
pair("concat", lambda tf: tf.concat([X, Y], 1), lambda tf: tf.concat(1, [X, Y]))
pair("concat_keyword", lambda tf: tf.concat([X, Y], 0), lambda tf: tf.concat(concat_dim=0, values=[X, Y]))
pair("concat_mixed", lambda tf: tf.concat([X, Y], 0), lambda tf: tf.concat(0, values=[X, Y]))
pair("concat_today", lambda tf: tf.concat(values=[X, Y], axis=-1, name="joined"))
pair("split", lambda tf: tf.split(X, 3, axis=1), lambda tf: tf.split(1, 3, X))
pair("split_keyword", lambda tf: tf.split(X, 3, 1), lambda tf: tf.split(value=X, split_dim=1, num_split=3))
pair("split_mixed", lambda tf: tf.split(X, 3, 1), lambda tf: tf.split(1, num_split=3, value=X))
pair("split_today", lambda tf: tf.split(X, [1, 2], 1, name="parts"))
pair("reverse", lambda tf: tf.reverse(X, [1]), lambda tf: tf.reverse(X, [False, True]))
pair("reverse_today", lambda tf: tf.reverse(X, [0, 1]))
pair(
    "softmax_xent",
    lambda tf: tf.nn.softmax_cross_entropy_with_logits(labels=SOFT, logits=X),
    lambda tf: tf.nn.softmax_cross_entropy_with_logits(X, SOFT),
)
pair(
    "sparse_softmax_xent",
    lambda tf: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[2, 0], logits=X),
    lambda tf: tf.nn.sparse_softmax_cross_entropy_with_logits(X, [2, 0]),
)
pair(
    "sigmoid_xent",
    lambda tf: tf.nn.sigmoid_cross_entropy_with_logits(labels=SOFT, logits=X),
    lambda tf: tf.nn.sigmoid_cross_entropy_with_logits(X, targets=SOFT),
)
pair("zeros_initializer", lambda tf: tf.zeros([2, 3]), lambda tf: tf.zeros_initializer([2, 3]))
pair("ones_initializer", lambda tf: tf.ones([2], tf.int32), lambda tf: tf.ones_initializer([2], dtype=tf.int32))
pair("initializer_today", lambda tf: tf.get_variable("v", [2, 2], initializer=tf.zeros_initializer()) + 1.0)
pair("initializer_class", lambda tf: tf.get_variable("v", [2, 2], initializer=tf.ones_initializer) + 1.0)
pair("integer_uniform", lambda tf: tf.shape(tf.random_uniform_initializer(maxval=5, dtype=tf.int32)([2])))
pair("resize_images", lambda tf: tf.image.resize_images(IMAGE, [6, 5]), lambda tf: tf.image.resize_images(IMAGE, 6, 5))
pair(
    "resize_images_method",
    lambda tf: tf.image.resize_images(IMAGE, [6, 5], 1, True),
    lambda tf: tf.image.resize_images(IMAGE, 6, 5, 1, True),
)
pair(
    "resize_images_mixed",
    lambda tf: tf.image.resize_images(IMAGE, [6, 5], method=2),
    lambda tf: tf.image.resize_images(IMAGE, 6, 5, method=2),
)
pair(
    "resize_images_keywords",
    lambda tf: tf.image.resize_images(IMAGE, [6, 5]),
    lambda tf: tf.image.resize_images(IMAGE, new_height=6, new_width=5),
)
pair("reduction_indices", lambda tf: tf.reduce_sum(X, reduction_indices=[1], keep_dims=True))
pair("squeeze_dims", lambda tf: tf.squeeze(X[None], squeeze_dims=[0]))
pair("dimension", lambda tf: tf.argmax(X, dimension=1))
pair("dim", lambda tf: tf.expand_dims(X, dim=1))


def scoped(tf, opened):
    with opened:
        return tf.get_variable("v", [2], initializer=tf.ones_initializer()) + X[0, :2]


pair("op_scope", lambda tf: scoped(tf, tf.op_scope([X], "given", "default")))
pair("op_scope_default", lambda tf: scoped(tf, tf.op_scope([X], None, "default")))
pair("variable_op_scope", lambda tf: scoped(tf, tf.variable_op_scope([X], None, "default")))
pair("scatter_nd_name", lambda tf: tf.scatter_nd([[1], [3]], [5.0, 6.0], [4], "named"))
pair("top_k_name", lambda tf: tf.nn.top_k(X, 2, True, "named")[1])
pair("numpy_function_name", lambda tf: tf.numpy_function(np.sum, [X], tf.float32, "named"))
pair("sparse_to_dense", lambda tf: tf.sparse_to_dense([0, 2], [3], 1.0))
pair(
    "whitening",
    lambda tf: tf.image.per_image_standardization(IMAGE[0]),
    lambda tf: tf.image.per_image_whitening(IMAGE[0]),
)


def ctc(tf, swapped):
    labels = tf.SparseTensor([[0, 0], [1, 1]], [1, 0], [2, 2])
    inputs = tf.constant(np.linspace(-1, 1, 24, dtype=np.float32).reshape(4, 2, 3))
    first, second = (inputs, labels) if swapped else (labels, inputs)
    return tf.nn.ctc_loss(first, second, [4, 4])


pair("ctc_loss", lambda tf: ctc(tf, False), lambda tf: ctc(tf, True))


def sampled(tf, loss, swapped):
    weights, biases = tf.constant(np.ones([7, 3], np.float32)), tf.constant(np.linspace(0, 1, 7, dtype=np.float32))
    inputs, labels = tf.constant(X), tf.constant([[1], [4]], tf.int64)
    chosen = (tf.constant([0, 5], tf.int64), tf.constant([[0.5], [0.25]]), tf.constant([0.5, 0.125]))
    first, second = (inputs, labels) if swapped else (labels, inputs)
    return getattr(tf.nn, loss)(weights, biases, first, second, 2, 7, sampled_values=chosen)


pair("nce_loss", lambda tf: sampled(tf, "nce_loss", False), lambda tf: sampled(tf, "nce_loss", True))
pair(
    "sampled_softmax_loss",
    lambda tf: sampled(tf, "sampled_softmax_loss", False),
    lambda tf: sampled(tf, "sampled_softmax_loss", True),
)


def summaries(tf, place):
    made = [
        place.scalar_summary(["a", "b"], tf.constant([1.0, 2.0])),
        place.histogram_summary("h", X),
        place.image_summary("i", IMAGE, max_images=1),
        place.audio_summary("s", X, 100.0),
    ]
    collected = tf.constant(len(tf.get_collection("summaries")))
    return [place.merge_summary(made[:2]), place.merge_all_summaries(), collected]


pair("summaries", lambda tf: summaries(tf, tf.contrib.deprecated), lambda tf: summaries(tf, tf))
