"""Static shapes: `Dimension` and `TensorShape` as 1.x had them."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 28, 3], name="x")
shape = x.get_shape()
print(type(shape).__name__, shape, repr(shape), str(x.shape))
print(type(shape[0]).__name__, repr(shape[0]), shape[0].value, shape[1].value, int(shape[1]))
print(shape.as_list(), shape.ndims, shape.dims, shape.is_fully_defined(), shape.num_elements())
print([d.value for d in shape], [str(d) for d in shape], len(shape))
print(shape[1] * 2, shape[1] + shape[2], shape[1] - 1, shape[1] // 3, shape[1] % 5, shape[0] * 2, 2 * shape[1])
print(shape[1] == 28, shape[1] == tf.Dimension(28), shape[0] == None)
print(shape[0] == 4, shape[0] == tf.Dimension(None))
print(shape[1] > 20, shape[1] < 20, shape[0] > 3, shape[1] >= 28, shape[1] <= 3, shape[1] != 28)
print(shape[1].is_compatible_with(28), shape[0].is_compatible_with(9), shape[1].merge_with(tf.Dimension(None)))
print(shape[1:], shape[1:].num_elements(), shape[-1].value, shape[:2].as_list())
print(shape.concatenate([7]), shape.merge_with([5, None, 3]), shape.with_rank(3), shape.with_rank_at_least(2))
print(
    tf.TensorShape([1, 2]) == tf.TensorShape([1, 2]),
    tf.TensorShape([1, 2]) == [1, 2],
    tf.TensorShape(None) == tf.TensorShape(None),
)
print(tf.TensorShape([2, 3]) != [2, 4], bool(tf.TensorShape(None)), bool(tf.TensorShape([])))
print(
    tf.TensorShape([2, 3]).num_elements(),
    tf.TensorShape(None).ndims,
    tf.TensorShape(None).num_elements(),
    tf.TensorShape([]).num_elements(),
)
print(tf.zeros([4, 5]).shape[0] * tf.zeros([4, 5]).shape[1], type(tf.zeros([4, 5]).shape[0] * 3).__name__)
print(list(range(tf.zeros([4, 5]).shape[0])), [0] * tf.zeros([3]).shape[0].value)
print(tf.reshape(tf.zeros([6, 4]), [-1, tf.Dimension(8)]).shape, tf.zeros([tf.Dimension(2), 3]).shape)
flat = tf.reshape(x, [-1, x.shape[1] * x.shape[2]])
print(flat.shape, flat.shape.as_list())
print(
    tf.TensorShape([1, None]).is_compatible_with([1, 4]),
    tf.TensorShape(None).is_compatible_with([1]),
    tf.TensorShape([3, 4]).as_proto().dim[1].size,
)
print(
    tf.dimension_value(shape[1]),
    tf.compat.dimension_at_index(shape, 2),
)
print(float(shape[1]) / 2 if hasattr(shape[1], "__float__") else shape[1].value / 2.0)
print("%s %d" % (shape[1], shape[1]), "{}".format(shape[2]))
try:
    bool(shape[0] > 3)
    print("bool of unknown comparison", bool(shape[0] > 3))
except Exception as error:
    print(type(error).__name__, str(error).split("\n")[0])
for wrong in (
    lambda: tf.TensorShape(None).as_list(),
    lambda: int(shape[0]),
    lambda: shape[1] / 3,
    lambda: tf.Dimension(-1),
    lambda: tf.TensorShape([2]).merge_with([3]),
    lambda: tf.TensorShape([2]).assert_has_rank(2),
    lambda: shape.assert_is_fully_defined(),
    lambda: tf.zeros([2, 3]).set_shape([3, 3]),
    lambda: tf.matmul(tf.zeros([2, 3]), tf.zeros([2, 3])),
    lambda: tf.zeros([2, 3]) + tf.zeros([4]),
    lambda: len(tf.TensorShape(None)),
    lambda: shape[5],
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
y = tf.placeholder(tf.float32)
print(y.shape, y.get_shape().ndims, y.shape.dims)
y.set_shape([None, 2])
print(y.shape, y.shape[0].value, y.shape[1].value)
print(tf.zeros([2, 3]).shape.as_list() == [2, 3], tf.shape(tf.zeros([2, 3])).shape)
