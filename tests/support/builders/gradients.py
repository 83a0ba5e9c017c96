"""tf.gradients through the common ops: the graph of the backward pass, and its numbers."""

from typing import Any

from .registry import add, builder


def _image(tf: Any, x: Any) -> Any:
    return tf.reshape(tf.tile(x, [4, 4]), [1, 4, 6, 4])


_FORWARD = {
    "matmul": lambda tf, x: tf.matmul(x, x, transpose_a=True),
    "matmul_transpose_b": lambda tf, x: tf.matmul(x, x, transpose_b=True),
    "batch_matmul": lambda tf, x: tf.matmul(tf.stack([x, x]), tf.stack([x, x]), transpose_b=True),
    "bias_add": lambda tf, x: tf.nn.bias_add(x, x[0]),
    "relu": lambda tf, x: tf.nn.relu(x),
    "activations": lambda tf, x: tf.tanh(x) + tf.sigmoid(x) + tf.nn.elu(x) + tf.nn.softplus(x) + tf.nn.relu6(x),
    "leaky_relu": lambda tf, x: tf.nn.leaky_relu(x),
    "selu": lambda tf, x: tf.nn.selu(x),
    "swish": lambda tf, x: tf.nn.swish(x),
    "softmax": lambda tf, x: tf.nn.softmax(x)[:, 0],
    "log_softmax": lambda tf, x: tf.nn.log_softmax(x)[:, 0],
    "softmax_cross_entropy": lambda tf, x: tf.nn.softmax_cross_entropy_with_logits(labels=tf.ones([2, 3]), logits=x),
    "softmax_cross_entropy_v2": lambda tf, x: tf.nn.softmax_cross_entropy_with_logits_v2(labels=x * 2.0, logits=x),
    "sparse_cross_entropy": lambda tf, x: tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[0, 2], logits=x),
    "sigmoid_cross_entropy": lambda tf, x: tf.nn.sigmoid_cross_entropy_with_logits(labels=tf.ones([2, 3]), logits=x),
    "conv2d": lambda tf, x: tf.nn.conv2d(
        _image(tf, x), tf.reshape(tf.tile(x, [2, 2]), [1, 2, 4, 3]), [1, 1, 1, 1], "SAME"
    ),
    "conv2d_transpose": lambda tf, x: tf.nn.conv2d_transpose(
        _image(tf, x), tf.reshape(tf.tile(x, [2, 2]), [1, 2, 3, 4]), [1, 4, 6, 3], [1, 1, 1, 1]
    ),
    "depthwise_conv2d": lambda tf, x: tf.nn.depthwise_conv2d(
        _image(tf, x), tf.reshape(tf.tile(x, [2, 2]), [1, 2, 4, 3]), [1, 1, 1, 1], "SAME"
    ),
    "max_pool": lambda tf, x: tf.nn.max_pool(_image(tf, x), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    "avg_pool": lambda tf, x: tf.nn.avg_pool(_image(tf, x), [1, 2, 2, 1], [1, 2, 2, 1], "SAME"),
    "lrn": lambda tf, x: tf.nn.lrn(_image(tf, x)),
    "l2_loss": lambda tf, x: tf.nn.l2_loss(x),
    "l2_normalize": lambda tf, x: tf.nn.l2_normalize(x, 1),
    "moments": lambda tf, x: tf.nn.moments(x, [0])[1],
    "batch_normalization": lambda tf, x: tf.nn.batch_normalization(
        x, *tf.nn.moments(x, [0]), offset=x[0], scale=x[1], variance_epsilon=1e-3
    ),
    "fused_batch_norm": lambda tf, x: tf.nn.fused_batch_norm(_image(tf, x), tf.ones([4]), tf.zeros([4]))[0] ** 3,
    "add_broadcast": lambda tf, x: x + x[0],
    "sub_broadcast": lambda tf, x: x - x[0],
    "mul_broadcast": lambda tf, x: x * x[0],
    "mul_scalar": lambda tf, x: 2.0 * x,
    "mul_scalar_variable": lambda tf, x: x * x[0, 0],
    "div_broadcast": lambda tf, x: x / (x[0] + 2.0),
    "div_legacy": lambda tf, x: tf.div(x, x[:, :1]),
    "realdiv": lambda tf, x: tf.realdiv(x, x[0]),
    "div_no_nan": lambda tf, x: tf.div_no_nan(x, x[0]),
    "mod": lambda tf, x: tf.mod(x, x[0] + 1.0),
    "pow_broadcast": lambda tf, x: tf.pow(x, x[0]),
    "pow_scalar": lambda tf, x: tf.pow(x, 3.0) + x**2,
    "squared_difference": lambda tf, x: tf.squared_difference(x, x[0]),
    "maximum": lambda tf, x: tf.maximum(x, x[0]) + tf.minimum(x, 1.0),
    "square_sqrt": lambda tf, x: tf.square(x) + tf.sqrt(x) + tf.rsqrt(x) + tf.abs(x) + tf.negative(x),
    "exp_log": lambda tf, x: tf.exp(x) + tf.log(x) + tf.log1p(x) + tf.expm1(x) + tf.reciprocal(x),
    "trigonometry": lambda tf, x: tf.sin(x) + tf.cos(x) + tf.tan(x) + tf.atan(x) + tf.asin(x / 9.0) + tf.erf(x),
    "lgamma": lambda tf, x: tf.lgamma(x) + tf.digamma(x),
    "sign_floor": lambda tf, x: x * tf.sign(x) + tf.floor(x) + tf.stop_gradient(x) * x,
    "reduce_sum": lambda tf, x: tf.reduce_sum(x),
    "reduce_sum_axis": lambda tf, x: tf.reduce_sum(x, 1) + tf.reduce_sum(x, axis=-1, keepdims=True),
    "reduce_mean": lambda tf, x: tf.reduce_mean(x),
    "reduce_mean_axis": lambda tf, x: tf.reduce_mean(x, [1]),
    "reduce_max": lambda tf, x: tf.reduce_max(x, 1),
    "reduce_min": lambda tf, x: tf.reduce_min(x),
    "reduce_prod": lambda tf, x: tf.reduce_prod(x, 0),
    "reduce_logsumexp": lambda tf, x: tf.reduce_logsumexp(x, 1),
    "reduce_std": lambda tf, x: tf.math.reduce_std(x, 1),
    "gather": lambda tf, x: tf.gather(x, [1, 0]),
    "gather_axis": lambda tf, x: tf.gather(x, [1, 0, 1], axis=1),
    "gather_nd": lambda tf, x: tf.gather_nd(x, [[0, 1], [1, 2]]),
    "batch_gather": lambda tf, x: tf.batch_gather(x, tf.constant([[0], [1]])),
    "concat": lambda tf, x: tf.concat([x, x], 1),
    "concat_negative": lambda tf, x: tf.concat([x, 2.0 * x], -1),
    "stack": lambda tf, x: tf.stack([x, x], 1),
    "unstack": lambda tf, x: tf.unstack(x, axis=1)[0],
    "split": lambda tf, x: tf.split(x, 3, 1)[1],
    "split_sizes": lambda tf, x: tf.split(x, [1, 2], 1)[1],
    "transpose": lambda tf, x: tf.transpose(x) * 2.0,
    "reshape": lambda tf, x: tf.reshape(x, [3, 2]) * 2.0,
    "expand_squeeze": lambda tf, x: tf.squeeze(tf.expand_dims(x, 0), [0]),
    "tile": lambda tf, x: tf.tile(x, [2, 1]),
    "pad": lambda tf, x: tf.pad(x, [[1, 1], [0, 0]]),
    "mirror_pad": lambda tf, x: tf.pad(x, [[1, 1], [0, 0]], "REFLECT"),
    "slice": lambda tf, x: tf.slice(x, [0, 1], [2, 2]),
    "strided_slice": lambda tf, x: x[:, 1] + x[:, ::2][:, 0],
    "strided_slice_new_axis": lambda tf, x: x[:, tf.newaxis, 1:],
    "reverse": lambda tf, x: tf.reverse(x, [1]) * 2.0,
    "reverse_sequence": lambda tf, x: tf.reverse_sequence(x, [1, 2], seq_axis=1),
    "where": lambda tf, x: tf.where(x > 1.0, x, 2.0 * x),
    "where_rows": lambda tf, x: tf.where(tf.constant([True, False]), x, 2.0 * x),
    "where_v2": lambda tf, x: tf.where_v2(x > 1.0, x, 2.0),
    "boolean_mask": lambda tf, x: tf.boolean_mask(x, [True, False]),
    "clip_by_value": lambda tf, x: tf.clip_by_value(x, 0.5, 2.0),
    "cumsum": lambda tf, x: tf.cumsum(x, 1) + tf.cumprod(x, 1),
    "top_k": lambda tf, x: tf.nn.top_k(x, 2)[0],
    "segment_sum": lambda tf, x: tf.segment_sum(x, [0, 0]) + tf.unsorted_segment_sum(x, [0, 0], 1),
    "segment_mean": lambda tf, x: tf.segment_mean(x, [0, 0]),
    "unsorted_segment_mean": lambda tf, x: tf.math.unsorted_segment_mean(x, [0, 0], 1),
    "dynamic_partition": lambda tf, x: tf.dynamic_partition(x, [0, 1], 2)[1],
    "dynamic_stitch": lambda tf, x: tf.dynamic_stitch([[0, 1], [2, 3]], [x, x]),
    "scatter_nd": lambda tf, x: tf.scatter_nd([[1], [2]], x, [4, 3]),
    "add_n": lambda tf, x: tf.add_n([x, x, x]),
    "accumulate_n": lambda tf, x: tf.accumulate_n([x, x]),
    "cast": lambda tf, x: tf.cast(x, tf.float64) * 2,
    "identity": lambda tf, x: tf.identity(x),
    "einsum": lambda tf, x: tf.einsum("ij,kj->ik", x, x),
    "tensordot": lambda tf, x: tf.tensordot(x, x, [[1], [1]]),
    "norm": lambda tf, x: tf.norm(x, axis=1),
    "matrix_inverse": lambda tf, x: tf.matrix_inverse(tf.matmul(x, x, transpose_b=True) + tf.eye(2)),
    "cholesky": lambda tf, x: tf.cholesky(tf.matmul(x, x, transpose_b=True) + tf.eye(2)),
    "determinant": lambda tf, x: tf.matrix_determinant(tf.matmul(x, x, transpose_b=True)),
    "svd": lambda tf, x: tf.svd(x, compute_uv=False),
    "matrix_diag": lambda tf, x: tf.matrix_diag(x) + tf.diag(x[0]) + tf.matrix_band_part(tf.matrix_diag(x), 0, -1),
    "diag_part": lambda tf, x: tf.matrix_diag_part(x) + tf.diag_part(x[:, :2]),
    "resize_images": lambda tf, x: tf.image.resize_images(_image(tf, x), [8, 8]),
    "resize_nearest": lambda tf, x: tf.image.resize_nearest_neighbor(_image(tf, x), [8, 8]),
    "complex_fft": lambda tf, x: tf.abs(tf.fft(tf.cast(x, tf.complex64))),
    "ctc_loss": lambda tf, x: tf.nn.ctc_loss(
        tf.SparseTensor([[0, 0]], tf.constant([1]), [1, 1]), tf.expand_dims(x, 1), tf.constant([2])
    ),
    "print": lambda tf, x: tf.Print(x, [x]),
    "check_numerics": lambda tf, x: tf.check_numerics(x, "bad"),
    "dropout": lambda tf, x: tf.nn.dropout(x, 0.5, seed=3),
    "sparse_matmul": lambda tf, x: tf.sparse_tensor_dense_matmul(tf.SparseTensor([[0, 1]], [2.0], [2, 2]), x),
    "cond": lambda tf, x: tf.cond(tf.reduce_sum(x) > 0.0, lambda: x * 2.0, lambda: x * 3.0),
    "while_loop": lambda tf, x: tf.while_loop(lambda i, y: i < 3, lambda i, y: (i + 1, y * x), [0, x])[1],
    "map_fn": lambda tf, x: tf.map_fn(lambda row: row * row[0], x),
    "scan": lambda tf, x: tf.scan(lambda a, row: a + row * row, x),
    "foldl": lambda tf, x: tf.foldl(lambda a, row: a * row, x),
    "py_func": lambda tf, x: x * tf.py_func(lambda v: v + 1, [x], tf.float32),
    "space_to_depth": lambda tf, x: tf.space_to_depth(_image(tf, x), 2) * 2.0,
    "extract_patches": lambda tf, x: tf.extract_image_patches(
        _image(tf, x), [1, 2, 2, 1], [1, 2, 2, 1], [1, 1, 1, 1], "VALID"
    ),
    "broadcast_to": lambda tf, x: tf.broadcast_to(x[0], [4, 3]),
}


def _gradient(forward: Any, known: bool) -> Any:
    def build(tf: Any) -> Any:
        if known:
            x = tf.Variable([[0.5, 1.5, 2.5], [3.0, 0.25, 1.0]], name="x")
            y = forward(tf, x)
            return [y, tf.gradients(y, x), tf.random_normal([2])]
        x = tf.placeholder(tf.float32, [None, 3], name="x")
        fetches = [forward(tf, x)]
        fetches.append(tf.gradients(fetches[0], x))
        return lambda session: session.run(fetches, {x: [[0.5, 1.5, 2.5], [3.0, 0.25, 1.0]]})

    return build


for _name, _forward in sorted(_FORWARD.items()):
    add("gradients", _name, _gradient(_forward, True))
    add("gradients", _name + "_placeholder", _gradient(_forward, False))


@builder
def several_uses(tf: Any) -> Any:
    x = tf.Variable([1.0, 2.0])
    y = x * x + tf.reduce_sum(x) * x - tf.exp(x)
    return tf.gradients(y, [x, y], grad_ys=tf.ones([2]))


@builder
def hessian(tf: Any) -> Any:
    x = tf.Variable([1.0, 2.0])
    return [tf.hessians(tf.reduce_sum(x * x * x), x), tf.gradients(tf.gradients(tf.tanh(x) * x, x), x)]


@builder
def custom_gradient(tf: Any) -> Any:
    @tf.custom_gradient
    def clipped(v: Any) -> Any:
        return tf.exp(v), lambda dy: tf.clip_by_value(dy, -0.1, 0.1)

    x = tf.Variable([1.0, 2.0])
    return tf.gradients(clipped(x), x)


@builder
def gradient_override(tf: Any) -> Any:
    @tf.RegisterGradient("Guided%d" % id(tf.get_default_graph()))
    def _guided(op: Any, grad: Any) -> Any:
        return grad * 2.0

    x = tf.Variable([1.0, 2.0])
    with tf.get_default_graph().gradient_override_map({"Relu": "Guided%d" % id(tf.get_default_graph())}):
        return tf.gradients(tf.nn.relu(x), x)
