"""`tf.TensorArray`."""

import numpy as np
import tensorflow as tf

ta = tf.TensorArray(tf.float32, size=3, name="ta")
print(type(ta).__name__, ta.dtype, ta.handle.op.type, ta.flow.name, ta.handle.name)
written = ta.write(0, 1.0).write(1, 2.0).write(2, 3.0)
ta2 = tf.TensorArray(tf.float32, 4, clear_after_read=False).unstack(
    tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]])
)
split = tf.TensorArray(tf.int32, 2, infer_shape=False).split(tf.range(5), [2, 3])
scattered = tf.TensorArray(tf.float32, 3, element_shape=[2]).scatter([2, 0, 1], tf.ones([3, 2]))
dynamic = tf.TensorArray(tf.int32, 0, dynamic_size=True).write(5, 7)
ops = [
    written.stack(),
    written.size(),
    ta2.read(1),
    ta2.gather([3, 0]),
    ta2.concat(),
    split.read(1),
    split.concat(),
    scattered.stack(),
    dynamic.size(),
]
for op in ops:
    print(op.name, op.op.type, op.shape, op.dtype)
x = tf.placeholder(tf.float32, [3])
source = tf.TensorArray(tf.float32, 3).unstack(x)
total = source.read(0) * 2.0 + source.read(2) * 3.0
(gradient,) = tf.gradients(total, x)
print(written.identity().flow.name, source.grad("g").handle.op.type, gradient.name)
with tf.Session() as sess:
    for op in ops:
        print(np.asarray(sess.run(op)).tolist())
    print(sess.run([total, gradient], {x: [1.0, 2.0, 3.0]}))
    for wrong in (
        lambda: sess.run(ta.read(5)),
        lambda: sess.run(tf.TensorArray(tf.float32, 2).read(0)),
        lambda: sess.run(ta.write(7, 1.0).flow),
        lambda: written.write(0, [1.0, 2.0]),
        lambda: tf.TensorArray(tf.float32),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
