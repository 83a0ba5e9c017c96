"""Sparse updates of variables: `tf.scatter_*`, methods, slices, `IndexedSlices`."""

import numpy as np
import tensorflow as tf

v = tf.Variable(np.arange(10, dtype=np.float32).reshape(5, 2), name="v")
w = tf.Variable(tf.ones([6]), name="w")
r = tf.get_variable("r", initializer=tf.ones([4]), use_resource=True)
ops = [
    tf.scatter_update(v, [0, 1], [[9.0, 9.0], [8.0, 8.0]]),
    tf.scatter_add(v, [0, 0], [[1.0, 1.0], [1.0, 1.0]]),
    tf.scatter_sub(v, 4, [1.0, 2.0]),
    tf.scatter_mul(v, [1], [[2.0, 0.5]]),
    tf.scatter_div(v, [1], [[2.0, 2.0]]),
    tf.scatter_min(v, [3], [[0.0, 100.0]]),
    tf.scatter_max(v, [3], [[50.0, 0.0]]),
    tf.scatter_nd_update(v, [[2, 1]], [42.0]),
    tf.scatter_nd_add(w, [[0], [5]], [3.0, 4.0]),
    tf.scatter_nd_sub(w, [[1]], [0.5]),
    v.scatter_sub(tf.IndexedSlices(tf.constant([[1.0, 1.0]]), tf.constant([2]))),
    v.scatter_nd_add([[0, 0]], [0.25]),
    w[1:3].assign([7.0, 7.0]),
    tf.scatter_update(r, [1], [5.0]),
    tf.scatter_add(r, [2], [5.0]),
    tf.batch_scatter_update(tf.Variable([[1.0, 2.0], [3.0, 4.0]], name="b"), [[0], [1]], [[5.0], [6.0]]),
]
for op in ops:
    print(
        type(op).__name__, getattr(op, "name", "-"), getattr(op, "dtype", "-"), op.op.type if hasattr(op, "op") else "-"
    )
emb = tf.get_variable("emb", [6, 2], initializer=tf.ones_initializer())
loss = tf.reduce_sum(tf.nn.embedding_lookup(emb, [1, 1, 3]))
(gradient,) = tf.gradients(loss, [emb])
print(
    type(gradient).__name__,
    gradient.values.name,
    gradient.indices.name,
    gradient.dense_shape.name if gradient.dense_shape is not None else None,
)
dense = tf.convert_to_tensor(gradient)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
adagrad = tf.train.AdagradOptimizer(0.1).minimize(loss)
adam = tf.train.AdamOptimizer(0.1).minimize(loss)
momentum = tf.train.MomentumOptimizer(0.1, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for op in ops:
        print(np.array_str(np.asarray(sess.run(op)), precision=4).replace("\n", ""))
    print(sess.run(v).tolist(), sess.run(w).tolist(), sess.run(r).tolist())
    print(sess.run(gradient), sess.run(dense).tolist())
    for each in (train, adagrad, adam, momentum):
        sess.run(each)
        print(np.round(sess.run(emb), 5).tolist())
    for wrong in (
        lambda: sess.run(tf.scatter_update(v, [7], [[1.0, 1.0]])),
        lambda: tf.scatter_update(v, [0], [[1.0]]),
        lambda: v[0],
    ):
        try:
            result = wrong()
            print("value", result.name)
        except Exception as error:
            print(type(error).__name__, str(getattr(error, "message", error)).split("\n")[0].split(" for '")[0])
print(
    sess.graph.get_operation_by_name("v").type,
    [op.name for op in tf.get_default_graph().get_operations() if "Scatter" in op.type][:6],
)
