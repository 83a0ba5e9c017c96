"""What `feed_dict` takes: tensors, names, sparse values, defaults, and what it refuses."""

import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2], name="x")
n = tf.placeholder(tf.int32, [], name="n")
anything = tf.placeholder(tf.float32, name="anything")
text = tf.placeholder(tf.string, [None], name="text")
flag = tf.placeholder(tf.bool, name="flag")
default = tf.placeholder_with_default([1.0, 2.0], [2], name="default")
sparse = tf.sparse_placeholder(tf.float32, name="sparse")
shaped = tf.sparse_placeholder(tf.float32, shape=[2, 3], name="shaped")
v = tf.Variable(1.0, name="v")
c = tf.constant(2.0, name="c")
total = tf.reduce_sum(x, name="total")
slices = tf.IndexedSlices(tf.placeholder(tf.float32, [None]), tf.placeholder(tf.int64, [None]))
print(x, n, sparse.indices.name, sparse.values.name, sparse.dense_shape.name, shaped.get_shape(), sparse.get_shape())


def attempt(make):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, str(getattr(error, "message", "")).split("\n")[0])


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(
        sess.run(total, {x: [[1, 2], [3, 4]]}),
        sess.run(total, feed_dict={"x:0": np.ones((3, 2))}),
        sess.run("total:0", {x: np.zeros([0, 2])}),
    )
    print(
        sess.run(n, {n: 3}),
        sess.run(n + 1, {n: np.int64(3)}),
        sess.run(n, {n: True}),
        sess.run(flag, {flag: 0}),
        sess.run(flag, {flag: "x"}),
    )
    print(sess.run(text, {text: ["a", b"b", "é"]}), sess.run(text, {text: np.array(["x", "yz"])}))
    print(
        sess.run(default),
        sess.run(default, {default: [5, 6]}),
        sess.run(c * 2.0, {c: 10.0}),
        sess.run(v + 1.0, {v: 41.0}),
    )
    print(
        sess.run(total, {total: 7.0}),
        sess.run(anything, {anything: [[1.0]]}).shape,
        sess.run([x, c], {x: [[0, 0]], c: 1})[1],
    )
    value = tf.SparseTensorValue([[0, 1], [1, 2]], [1.0, 2.0], [2, 3])
    print(sess.run(sparse, {sparse: value}), sess.run(tf.sparse_tensor_to_dense(sparse), {sparse: value}).tolist())
    print(
        sess.run(
            tf.sparse_tensor_to_dense(sparse), {sparse: (np.array([[0, 0]]), np.array([1.0]), np.array([1, 1]))}
        ).tolist()
    )
    print(
        sess.run(slices, {slices: ([1.0], [2])}),
        x.eval({x: [[1, 2]]}).tolist(),
        total.eval(feed_dict={x: [[1, 2]]}, session=sess),
    )
    attempt(lambda: sess.run(total))
    attempt(lambda: sess.run(n))
    attempt(lambda: sess.run(total, {x: [1.0, 2.0]}))
    attempt(lambda: sess.run(total, {x: np.zeros([2, 3])}))
    attempt(lambda: sess.run(total, {x: [["a", "b"]]}))
    attempt(lambda: sess.run(total, {x: tf.zeros([1, 2])}))
    attempt(lambda: sess.run(total, {"y:0": 1.0}))
    attempt(lambda: sess.run(total, {"x": 1.0}))
    attempt(lambda: sess.run(total, {3: 1.0}))
    attempt(lambda: sess.run(n, {n: 2**40}))
    attempt(lambda: sess.run(n, {n: None}))
    attempt(lambda: sess.run(n, {n: 1.7}))
    attempt(lambda: sess.run(c, {x: [[1, 2]]}))
    attempt(lambda: sess.run(total, {tf.Graph: 1}))
    attempt(lambda: sess.run(total, {tf.no_op(): 1}))
    attempt(lambda: sess.run(total, {x: [[1, 2], [3]]}))
    attempt(lambda: total.eval({x: 3}))
    sess.graph.prevent_feeding(c)
    attempt(lambda: sess.run(c, {c: 1.0}))
    print(sess.graph.is_feedable(c), sess.graph.is_feedable(x), sess.graph.is_fetchable(x))
    sess.graph.prevent_fetching(c.op)
    attempt(lambda: sess.run(c))
