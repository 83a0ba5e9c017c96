"""Ops on tensors that scripts use everywhere, control flow, strings and summaries."""

from typing import Any

from .registry import add, builder


def _sizes_of_shapes(tf: Any) -> Any:
    """Tensors whose shapes are made from sizes of one that is known in part, and what is known of theirs."""
    x = tf.placeholder_with_default([[1.0, 2.0]] * 3, [3, None])
    size = tf.shape(x)[0]
    made = [tf.tile([[1.0]], [size, 2]), tf.fill([size, 4], 1.0), tf.zeros(tf.concat([tf.shape(x)[:1], [2]], 0))]
    made += [tf.reshape(x, [tf.shape(x)[-2], -1]), tf.expand_dims(tf.range(size), 1), tf.one_hot([1], tf.shape(x)[1])]
    made += [tf.fill([tf.unstack(tf.shape(x))[0], 3], 2.0)]
    known = [-1 if dim is None else dim for each in made for dim in each.shape.as_list()]
    return made + [tf.constant(known)] + [tf.shape(each)[0] for each in made if each.shape.as_list()[0] is None]


_OPS = {
    "constants": lambda tf: [tf.constant(1.0), tf.zeros([2, 3]), tf.ones([2]), tf.fill([2, 2], 3.0), tf.eye(2)],
    "large_zeros": lambda tf: [tf.reduce_sum(tf.zeros([40, 40])), tf.reduce_sum(tf.ones([40, 40]))],
    "zeros_dynamic": lambda tf: [tf.zeros(tf.stack([2, 3])), tf.ones(tf.shape(tf.zeros([2])))],
    "zeros_of_tensor_sizes": lambda tf: [
        tf.zeros([tf.size([1, 2]), 3]),
        tf.ones([tf.size([1, 2])]),
        tf.zeros((2, tf.size([1, 2]), 3)),
        tf.fill([tf.size([1, 2]), 3], 1.0),
        tf.zeros([2000]),
        tf.zeros([tf.size([1, 2]), tf.size([1])], tf.int32),
    ],
    "scalars": lambda tf: [tf.reshape([1.0], []), tf.reshape(tf.ones([1, 1]), ()), tf.transpose(tf.constant(1.0))],
    "slicing_by_tensors": lambda tf: [
        tf.range(9)[: tf.constant(3)],
        tf.eye(3)[tf.constant(1)],
        tf.eye(3)[:, : tf.constant(2)],
        tf.range(9)[tf.constant(1, tf.int64) :],
        tf.eye(3)[tf.constant(1), ..., tf.newaxis],
        tf.range(9)[-tf.constant(2) :],
    ],
    "zeros_like": lambda tf: [tf.zeros_like(tf.ones([2])), tf.ones_like(tf.zeros([2])), tf.zeros_like([1, 2])],
    "range_linspace": lambda tf: [tf.range(5), tf.range(1, 5, 2), tf.range(3.0), tf.linspace(0.0, 1.0, 5)],
    "lin_space": lambda tf: tf.lin_space(0.0, 1.0, 5),
    "one_hot": lambda tf: [tf.one_hot([0, 2], 3), tf.one_hot([1], 2, 5.0, 0.0), tf.one_hot([1], 2, dtype=tf.int32)],
    "shapes": lambda tf: [tf.shape(tf.ones([2, 3])), tf.size(tf.ones([2, 3])), tf.rank(tf.ones([2, 3]))],
    "sizes_of_shapes": _sizes_of_shapes,
    "operators": lambda tf: [
        tf.constant(7) // 2,
        tf.constant(7) % 2,
        tf.constant(7.0) / 2,
        tf.constant(7) / 2,
        1.0 - tf.constant(7.0),
        -tf.constant(1.0),
        abs(tf.constant(-1.0)),
        tf.constant(2.0) ** 2,
        tf.constant(1.0) < 2.0,
        tf.constant(True) & False,
        ~tf.constant(True),
        tf.constant([[1.0]]) @ tf.constant([[1.0]]),
        tf.constant(True) | False,
        tf.constant(1) >= 0,
        tf.constant(2.0) > 1.0,
    ],
    "arithmetic": lambda tf: [
        tf.add(1.0, 2.0),
        tf.subtract(1.0, 2.0),
        tf.multiply(1.0, 2.0),
        tf.divide(tf.constant(1.0), 2.0),
        tf.truediv(1.0, 2.0),
        tf.floordiv(3, 2),
        tf.mod(3, 2),
        tf.pow(2.0, 3.0),
        tf.div(3, 2),
        tf.scalar_mul(2.0, tf.ones([2])),
    ],
    "comparisons": lambda tf: [
        tf.equal(1.0, 2.0),
        tf.not_equal(1.0, 2.0),
        tf.less(1.0, 2.0),
        tf.greater_equal(1.0, 2.0),
        tf.logical_and(True, False),
        tf.logical_or(True, False),
        tf.logical_not(True),
        tf.is_nan([1.0]),
    ],
    "reductions": lambda tf: [
        tf.reduce_sum([[1.0, 2.0]]),
        tf.reduce_mean([[1.0, 2.0]], 1, keep_dims=True),
        tf.reduce_any([True, False]),
        tf.reduce_max([[1.0, 2.0]], reduction_indices=[0]),
        tf.reduce_logsumexp([[1.0, 2.0]]),
        tf.reduce_all([True]),
        tf.reduce_prod([1.0, 2.0]),
        tf.math.reduce_euclidean_norm([3.0, 4.0]),
        tf.count_nonzero([1.0, 0.0]),
        tf.math.reduce_variance([1.0, 2.0]),
        tf.math.reduce_std([1.0, 2.0]),
    ],
    "reduce_unknown_rank": lambda tf: [tf.reduce_sum(tf.placeholder_with_default([1.0, 2.0], None))],
    "argmax": lambda tf: [tf.argmax([1.0, 3.0]), tf.argmin([[1.0, 3.0]], 1), tf.arg_max([[1.0, 2.0]], dimension=1)],
    "sort": lambda tf: [tf.sort([3.0, 1.0, 2.0]), tf.argsort([3.0, 1.0]), tf.sort([1.0, 2.0], direction="DESCENDING")],
    "unique": lambda tf: [
        tf.unique([1, 1, 2]).y,
        tf.unique_with_counts([1, 1, 2]).count,
        tf.setdiff1d([1, 2], [1]).out,
    ],
    "where": lambda tf: [tf.where([True, False]), tf.where([True, False], [1.0, 2.0], [3.0, 4.0])],
    "where_v2": lambda tf: tf.where_v2([True, False], 1.0, [3.0, 4.0]),
    "cast": lambda tf: [tf.to_float(1), tf.to_int32(1.5), tf.to_int64(1.5), tf.to_double(1.0), tf.cast(1.7, tf.int32)],
    "saturate_cast": lambda tf: tf.saturate_cast([300.0, -5.0], tf.uint8),
    "concat_stack": lambda tf: [
        tf.concat([[1], [2]], 0),
        tf.stack([1, 2]),
        tf.unstack([1, 2]),
        tf.stack([[1], [2]], 1),
    ],
    "pack_constants": lambda tf: [tf.stack([tf.constant(1), 2]), tf.convert_to_tensor([tf.constant(1.0), 2.0])],
    "transpose": lambda tf: [tf.transpose([[1, 2]]), tf.transpose([[1, 2]], [1, 0]), tf.matrix_transpose([[[1, 2]]])],
    "transpose_unknown": lambda tf: tf.transpose(tf.placeholder_with_default([[1.0, 2.0]], None)),
    "slicing": lambda tf: [
        tf.range(9)[2:5],
        tf.range(9)[::-1],
        tf.range(9)[-1],
        tf.eye(3)[..., 0],
        tf.eye(3)[:, None, 1:],
        tf.range(9)[tf.constant(2) : tf.constant(4)],
    ],
    "padding": lambda tf: [tf.pad([[1]], [[1, 1], [0, 0]]), tf.pad([1], [[1, 1]], constant_values=5)],
    "gather": lambda tf: [
        tf.gather([1, 2, 3], [0, 2]),
        tf.gather_nd([[1, 2]], [[0, 1]]),
        tf.batch_gather([[1, 2]], [[1]]),
    ],
    "gather_batch_dims": lambda tf: tf.gather([[1, 2], [3, 4]], [[1], [0]], batch_dims=1),
    "boolean_mask": lambda tf: [tf.boolean_mask([1, 2, 3], [True, False, True]), tf.sequence_mask([1, 3], 4)],
    "sequence_mask": lambda tf: tf.sequence_mask([1, 3], dtype=tf.float32),
    "einsum": lambda tf: [
        tf.einsum("ij,jk->ik", tf.eye(2), tf.ones([2, 3])),
        tf.einsum("bij,bjk->bik", tf.ones([2, 2, 2]), tf.ones([2, 2, 1])),
    ],
    "einsum_trace": lambda tf: tf.einsum("ijk,k->ij", tf.ones([2, 2, 3]), tf.ones([3])),
    "tensordot": lambda tf: [
        tf.tensordot(tf.eye(2), tf.ones([2, 3]), 1),
        tf.tensordot(tf.eye(2), tf.ones([2, 3]), [[0], [0]]),
    ],
    "linear_algebra": lambda tf: [
        tf.matrix_inverse([[2.0]]),
        tf.matrix_determinant([[2.0]]),
        tf.matrix_solve([[2.0]], [[1.0]]),
        tf.trace([[1.0]]),
        tf.cholesky([[4.0]]),
        tf.self_adjoint_eigvals([[4.0]]),
        tf.diag([1.0, 2.0]),
        tf.matrix_band_part([[1.0]], 0, 0),
        tf.svd([[2.0]], compute_uv=False),
        tf.matrix_triangular_solve([[2.0]], [[1.0]]),
        tf.cross([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]),
    ],
    "matrix_diag": lambda tf: [
        tf.matrix_diag([1.0, 2.0]),
        tf.matrix_diag_part([[1.0]]),
        tf.matrix_set_diag([[1.0]], [2.0]),
    ],
    "histogram_fixed_width": lambda tf: tf.histogram_fixed_width([-1.0, 0.0, 1.5, 2.0, 5.0], [0.0, 5.0], nbins=5),
    "bincount": lambda tf: tf.bincount([1, 1, 2]),
    "clip": lambda tf: tf.clip_by_value([1.0, 5.0], 2.0, 3.0),
    "dynamic": lambda tf: [tf.dynamic_partition([1, 2], [0, 1], 2), tf.dynamic_stitch([[0], [1]], [[5], [6]])],
    "meshgrid": lambda tf: tf.meshgrid([1, 2], [3, 4]),
    "strings": lambda tf: [
        tf.string_join(["a", "b"]),
        tf.string_split(["a b"]).values,
        tf.as_string(3),
        tf.string_to_number("3.5"),
        tf.substr("hello", 1, 2),
        tf.string_to_hash_bucket_fast(["a"], 10),
        tf.regex_replace("aa", "a", "b"),
        tf.strings.length("abc"),
        tf.reduce_join(["a", "b"], 0),
        tf.string_strip(" a "),
        tf.decode_raw("abcd", tf.uint8),
    ],
    "strings_split": lambda tf: tf.strings.split(["a b", "c"]).values,
    "sparse_placeholders": lambda tf: [
        tf.size(tf.sparse_placeholder(tf.float32, each, name).dense_shape)
        for each, name in (((5, 4), None), ((None, 4), "a"), (tf.constant([5, 4], tf.int64), "b"))
    ],
    "sparse": lambda tf: [
        tf.sparse_tensor_to_dense(tf.SparseTensor([[0, 1]], [2.0], [2, 2])),
        tf.sparse_tensor_dense_matmul(tf.SparseTensor([[0, 1]], [2.0], [2, 2]), tf.eye(2)),
        tf.sparse_reduce_sum(tf.SparseTensor([[0, 1]], [2.0], [2, 2])),
        tf.sparse_to_dense([[0, 1]], [2, 2], 1.0),
        tf.sparse_add(tf.SparseTensor([[0, 1]], [2.0], [2, 2]), tf.eye(2)),
    ],
    "confusion": lambda tf: tf.confusion_matrix([0, 1], [1, 1], num_classes=2),
    "assertions": lambda tf: [tf.Assert(tf.constant(True), [1.0]), tf.assert_equal(tf.constant(1), 1)],
    "assert_dynamic": lambda tf: [
        tf.assert_equal(tf.shape(tf.placeholder_with_default([1.0], [None]))[0], 1),
        tf.assert_rank(tf.placeholder_with_default([1.0], None), 1),
        tf.assert_positive(tf.placeholder_with_default([1.0], [None])),
    ],
    "print": lambda tf: tf.Print(tf.constant(1.0), [tf.constant(2.0)], "message "),
    "py_func": lambda tf: tf.py_func(lambda v: v * v, [tf.constant([2.0])], tf.float32),
    "group_tuple": lambda tf: [
        tf.group(tf.constant(1.0), tf.constant(2.0)),
        tf.tuple([tf.constant(1.0), tf.constant(2.0)]),
        tf.no_op(),
    ],
    "lookup": lambda tf: tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(["a", "b"], [1, 2]), -1).lookup(
        tf.constant(["b", "c"])
    ),
    "summaries": lambda tf: [
        tf.summary.scalar("loss", tf.constant(1.0)),
        tf.summary.histogram("w", tf.constant([1.0, 2.0])),
        tf.summary.image("i", tf.zeros([1, 2, 2, 1])),
        tf.summary.merge_all(),
        tf.random_normal([2]),
    ],
    "placeholder_with_default": lambda tf: tf.placeholder_with_default(tf.ones([2]), [None]) * 2.0,
    "quantize": lambda tf: tf.fake_quant_with_min_max_args([0.3, 0.7]),
    "required_space": lambda tf: tf.batch_to_space(
        tf.space_to_batch(tf.ones([1, 4, 4, 1]), [[0, 0], [0, 0]], 2), [[0, 0], [0, 0]], 2
    ),
    "spectral": lambda tf: tf.abs(tf.fft(tf.cast([1.0, 2.0], tf.complex64))),
    "segment": lambda tf: [tf.segment_sum([1.0, 2.0], [0, 0]), tf.unsorted_segment_sum([1.0, 2.0], [0, 0], 2)],
    "scatter_nd": lambda tf: [tf.scatter_nd([[1]], [2.0], [3]), tf.tensor_scatter_update(tf.zeros([3]), [[1]], [2.0])],
    "identity_n": lambda tf: tf.identity_n([tf.constant(1.0), tf.constant(2)]),
    "distributions_like": lambda tf: [
        tf.lbeta([1.0, 2.0]),
        tf.igamma(1.0, 2.0),
        tf.betainc(1.0, 2.0, 0.5),
        tf.erfc(0.1),
    ],
}
for _name, _make in sorted(_OPS.items()):
    add("arrays", _name, _make)


@builder
def cond(tf: Any) -> Any:
    x, y = tf.constant(2.0), tf.constant(5.0)
    return tf.cond(x < y, lambda: tf.add(x, y), lambda: tf.square(y))


@builder
def case(tf: Any) -> Any:
    x = tf.constant(3.0)
    return tf.case([(x > 5.0, lambda: x * 2.0), (x > 2.0, lambda: x * 3.0)], default=lambda: x, exclusive=False)


@builder
def while_loop(tf: Any) -> Any:
    return tf.while_loop(lambda i, s: i < 5, lambda i, s: [i + 1, s * 2.0], [tf.constant(0), tf.ones([2])])


@builder
def while_loop_shapes(tf: Any) -> Any:
    return tf.while_loop(
        lambda i, s: i < 3,
        lambda i, s: [tf.add(i, 1), tf.concat([s, [1.0]], 0)],
        [0, tf.ones([1])],
        shape_invariants=[tf.TensorShape([]), tf.TensorShape([None])],
        back_prop=False,
    )


@builder
def functional(tf: Any) -> Any:
    x = tf.constant([1.0, 2.0, 3.0])
    return [
        tf.map_fn(lambda v: v * v, x),
        tf.map_fn(lambda v: (v, v + 1.0), x, dtype=(tf.float32, tf.float32)),
        tf.scan(lambda a, v: a + v, x),
        tf.foldl(lambda a, v: a + v, x),
        tf.foldr(lambda a, v: a + v, x, initializer=1.0),
    ]


@builder
def tensor_array(tf: Any) -> Any:
    array = tf.TensorArray(tf.float32, size=2, dynamic_size=True)
    array = array.write(0, 1.0).write(1, 2.0)
    return [array.stack(), array.size()]
