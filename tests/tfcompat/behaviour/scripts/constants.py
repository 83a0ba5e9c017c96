"""Constants, conversion of Python values, types, casts."""

import numpy as np
import tensorflow as tf

made = [
    tf.constant(1), tf.constant(1.0), tf.constant([1, 2.5]), tf.constant("s"), tf.constant(True), tf.constant([[1, 2], [3, 4]], tf.float64), tf.constant(0, shape=[2, 3]), tf.constant([1, 2], shape=[2, 2]),
    tf.constant(np.arange(3)), tf.constant(np.float64(1.5)), tf.constant([]), tf.constant(2 ** 40), tf.constant([b"a", u"b"]), tf.constant(1, tf.float16), tf.zeros([2], tf.int32), tf.ones([1, 2]), tf.fill([2], 7),
    tf.range(5), tf.range(2.0, 5.0), tf.range(10, 0, -3), tf.linspace(0.0, 1.0, 3), tf.one_hot([0, 2], 3), tf.eye(2), tf.zeros_like([[1, 2]]), tf.ones_like([1.5]), tf.convert_to_tensor([tf.constant(1), 2]), tf.constant(1 + 2j),
    tf.convert_to_tensor(np.array([[1.5]], np.float32)), tf.cast([1.7, -1.7], tf.int32), tf.to_int64(3.9), tf.to_double(1), tf.saturate_cast([300.0, -5.0], tf.uint8), tf.bitcast(1.0, tf.int32), tf.to_bfloat16(1.0) if False else tf.to_int32(2.5),
    tf.complex(1.0, 2.0), tf.constant_initializer([1, 2, 3])([3], tf.float32), tf.stack([1, 2]), tf.squeeze([[[1]]]), tf.constant([[1.0]]) + [[2.0, 3.0]], tf.div(7, 2), tf.div(7.0, 2.0), tf.truediv(7, 2), tf.floordiv(-7, 2), tf.mod(-7, 3),
    tf.truncatediv(-7, 2), tf.truncatemod(-7, 3), tf.round([0.5, 1.5, 2.5, -0.5]), tf.constant(7) / 2, tf.constant(7) // 2, tf.constant(-7) % 3, tf.argmax([1, 3, 2], dimension=0), tf.reduce_sum([[1, 2]], reduction_indices=1, keep_dims=True),
    tf.reduce_sum([[1, 2], [3, 4]], [0, 1]), tf.expand_dims([1], dim=0), tf.concat([[1], [2]], axis=0), tf.cumsum([1, 2, 3], exclusive=True, reverse=True), tf.histogram_fixed_width([1.0, 2.0], [0.0, 4.0], 2), tf.unique([1, 1, 2])[1], tf.setdiff1d([1, 2, 3], [2])[0],
    tf.where([True, False]), tf.where([True, False], [1, 2], [3, 4]), tf.gather([5, 6, 7], [2, 0]), tf.gather_nd([[1, 2], [3, 4]], [[0, 1]]), tf.scatter_nd([[1]], [9], [3]), tf.sequence_mask([1, 3]), tf.invert_permutation([2, 0, 1]), tf.top_k([3, 1, 2], 2)[0] if hasattr(tf, "top_k") else tf.nn.top_k([3, 1, 2], 2)[0],
    tf.slice([1, 2, 3], [1], [-1]), tf.strided_slice([1, 2, 3, 4], [0], [4], [2]), tf.reverse([1, 2], [0]), tf.reverse_sequence([[1, 2, 3]], [2], 1), tf.space_to_batch([[[[1], [2]], [[3], [4]]]], [[0, 0], [0, 0]], 2), tf.meshgrid([1, 2], [3, 4])[0], tf.matrix_band_part([[1, 2], [3, 4]], 0, -1),
    tf.segment_sum([1, 2, 3], [0, 0, 1]), tf.unsorted_segment_max([1, 2, 3], [1, 0, 1], 2), tf.dynamic_partition([1, 2, 3], [0, 1, 0], 2)[0], tf.dynamic_stitch([[0, 2], [1]], [[1, 3], [2]]), tf.matrix_inverse([[2.0, 0.0], [0.0, 4.0]]), tf.cholesky([[4.0, 0.0], [0.0, 9.0]]), tf.trace([[1, 2], [3, 4]]), tf.matrix_diag([1, 2]),
    tf.count_nonzero([0, 1, 2]), tf.nn.zero_fraction([0.0, 1.0]), tf.norm([3.0, 4.0]), tf.cross([1.0, 0.0, 0.0], [0.0, 1.0, 0.0]), tf.betainc(1.0, 2.0, 0.5), tf.bincount([1, 1, 3]), tf.clip_by_value([-5, 5], -1, 1), tf.searchsorted([[1, 3, 5]], [[2, 4]]), tf.roll([1, 2, 3], 1, 0), tf.broadcast_to([1], [2]), tf.tile([[1]], [2, 1]),
]  # fmt: skip
with tf.Session() as sess:
    for each in made:
        value = sess.run(each)
        print(each.name, each.dtype.name, each.shape, np.asarray(value).tolist() if not isinstance(value, bytes) else value)
print(tf.float32, repr(tf.float32), tf.float32.name, tf.float32.as_numpy_dtype.__name__, tf.float32.is_floating, tf.int32.max, tf.float32.size, tf.as_dtype("float32") is tf.float32, tf.as_dtype(np.int64), tf.string.as_numpy_dtype, tf.float32 == np.float32, tf.float32 == "float32", tf.float32_ref if hasattr(tf, "float32_ref") else "-", tf.bool.is_bool, tf.int32.is_integer, tf.qint8.is_quantized, tf.resource, tf.variant, tf.float32.limits, tf.int64.min, tf.float32.base_dtype, tf.float32.real_dtype, tf.complex64.real_dtype)
print(tf.contrib.util.constant_value(tf.constant([1, 2])) if False else tf.get_static_value(tf.constant([1, 2])) if hasattr(tf, "get_static_value") else "[1 2]", tf.make_tensor_proto([1, 2]).int_val[:] or tf.make_ndarray(tf.make_tensor_proto([1, 2])).tolist(), tf.make_ndarray(tf.make_tensor_proto("x")))
for wrong in (
    lambda: tf.constant([1, "a"]), lambda: tf.constant([[1], [2, 3]]), lambda: tf.constant(None), lambda: tf.constant(1.5, tf.int32), lambda: tf.constant([1, 2, 3], shape=[2]), lambda: tf.convert_to_tensor(tf.constant(1), tf.float32), lambda: tf.constant(object()),
    lambda: tf.cast("a", tf.int32).eval(session=tf.Session()), lambda: tf.as_dtype("nope"), lambda: tf.constant(300, tf.uint8), lambda: tf.zeros([-1]), lambda: tf.reshape([1, 2], [3]), lambda: tf.concat([[1], ["a"]], 0), lambda: tf.constant("a", tf.float32), lambda: tf.constant(2 ** 70), lambda: tf.make_tensor_proto([None]),
    lambda: tf.constant(1.0) + 1, lambda: tf.constant(1) * 2.0, lambda: tf.add(1, 2.0), lambda: tf.stack([[1], [1, 2]]), lambda: tf.float32("x"), lambda: tf.matmul([1.0], [1.0]), lambda: tf.split([1, 2, 3], 2), lambda: tf.squeeze([1, 2], [0]),
):  # fmt: skip
    try:
        made = wrong()
        print("value", getattr(made, "dtype", made))
    except Exception as error:
        print(type(error).__name__)
