"""`tf.gradients`, `tf.hessians` and their arguments."""

import numpy as np
import tensorflow as tf

x = tf.Variable([1.0, 2.0], name="x")
y = tf.Variable(3.0, name="y")
unused = tf.Variable(1.0, name="unused")
f = tf.reduce_sum(x * x) * y
gradients = tf.gradients(f, [x, y, unused])
print([g.name if g is not None else None for g in gradients], type(gradients).__name__)
weighted = tf.gradients([x * 2.0, x * 3.0], x, grad_ys=[tf.constant([1.0, 0.0]), None])
named = tf.gradients(f, x, name="mine")
again = tf.gradients(f, x)
print(weighted[0].name, named[0].name, again[0].name)
stopped = tf.gradients(x * x * y, x, stop_gradients=[y])
zeroed = tf.gradients(f, [unused], unconnected_gradients=tf.UnconnectedGradients.ZERO)
hessian = tf.hessians(f, x)
second = tf.gradients(tf.gradients(f, x)[0], y)
aggregated = tf.gradients(
    x * x + x,
    x,
    aggregation_method=tf.AggregationMethod.EXPERIMENTAL_TREE,
    colocate_gradients_with_ops=True,
    gate_gradients=True,
)
integer = tf.gradients(tf.cast(tf.cast(x, tf.int32), tf.float32), x)
numeric = [
    tf.gradients(tf.reduce_max(x), x)[0],
    tf.gradients(tf.norm(x), x)[0],
    tf.gradients(tf.sqrt(x), x)[0],
    tf.gradients(x[0] ** 3 * x[1], x)[0],
    tf.gradients(tf.nn.softmax(x)[0], x)[0],
    tf.gradients(tf.reduce_prod(x), x)[0],
    tf.gradients(tf.cumsum(x)[1], x)[0],
    tf.gradients(tf.where(x > 1.5, x * 2.0, x * 3.0), x)[0],
    tf.gradients(tf.matmul([x], [x], transpose_b=True), x)[0],
    tf.gradients(tf.reshape(tf.transpose(tf.stack([x, x * 2.0])), [4])[1], x)[0],
    tf.gradients(tf.nn.elu(x) + tf.nn.softplus(x) + tf.tanh(x) + tf.sigmoid(x), x)[0],
    tf.gradients(tf.abs(x) + tf.sign(x) + tf.square(x), x)[0],
    tf.gradients(tf.atan2(x, x + 1.0), x)[0],
    tf.gradients(tf.nn.l2_normalize(x, 0)[0], x)[0],
    tf.gradients(tf.reduce_logsumexp(x), x)[0],
    tf.gradients(tf.erf(x) + tf.lgamma(x), x)[0],
]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(gradients[:2] + weighted + named + stopped + zeroed + second + aggregated))
    print(sess.run(hessian)[0].tolist(), integer)
    for each in numeric:
        print(np.round(sess.run(each), 5).tolist())
    theory, numerical = tf.test.compute_gradient(x, [2], f, [], x_init_value=np.array([1.0, 2.0], np.float32))
    print(
        np.round(theory, 2).tolist(),
        np.round(numerical, 1).tolist(),
        tf.test.compute_gradient_error(x, [2], f, []) < 0.1,
    )
clipped, norm = tf.clip_by_global_norm(
    [tf.constant([3.0, 4.0]), None, tf.IndexedSlices(tf.constant([[12.0]]), tf.constant([0]))], 6.5
)
print(
    [c.name if hasattr(c, "name") else c for c in clipped],
    norm.name,
    tf.global_norm([tf.constant(3.0), tf.constant(4.0)]).name,
)
with tf.Session() as sess:
    print(
        sess.run(
            [clipped[0], clipped[2], norm, tf.clip_by_norm([3.0, 4.0], 1.0), tf.clip_by_average_norm([3.0, 4.0], 1.0)]
        )
    )
for wrong in (
    lambda: tf.gradients(f, "x"),
    lambda: tf.gradients(f, x, grad_ys=[1.0, 2.0]),
    lambda: tf.gradients(tf.constant(1), x),
    lambda: tf.gradients(f, []),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
