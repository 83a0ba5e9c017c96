"""`tf.while_loop` and what is built on it: shapes, gradients, nesting, `map_fn`, `scan`, `foldl`."""

import collections

import numpy as np
import tensorflow as tf

x = tf.placeholder(tf.float32, [], name="x")
n = tf.placeholder(tf.int32, [], name="n")
count = tf.while_loop(lambda i: i < n, lambda i: i + 1, [0])
pair = tf.while_loop(lambda i, a: i < n, lambda i, a: (i + 1, a * x), (0, 1.0), name="power")
maximum = tf.while_loop(lambda i: True, lambda i: i + 1, [tf.constant(0)], maximum_iterations=4)
growing = tf.while_loop(
    lambda i, m: i < 3,
    lambda i, m: [i + 1, tf.concat([m, m], 0)],
    [0, tf.ones([2, 2])],
    shape_invariants=[tf.TensorShape([]), tf.TensorShape([None, 2])],
)
State = collections.namedtuple("State", "i total")
named = tf.while_loop(
    lambda s: s.i < n, lambda s: (State(s.i + 1, s.total + tf.cast(s.i, tf.float32)),), [State(0, 0.0)]
)
nested = tf.while_loop(
    lambda i, a: i < 3,
    lambda i, a: (i + 1, tf.while_loop(lambda j, b: j < i, lambda j, b: (j + 1, b + 1.0), (0, a))[1]),
    (0, 0.0),
)
with_cond = tf.while_loop(
    lambda i, a: i < n, lambda i, a: (i + 1, tf.cond(tf.equal(i % 2, 0), lambda: a + x, lambda: a * 2.0)), (0, 0.0)
)
gradient = tf.gradients(pair[1], x)[0]
cond_gradient = tf.gradients(with_cond[1], x)[0]
ta = tf.TensorArray(tf.float32, size=0, dynamic_size=True)
_, filled = tf.while_loop(lambda i, t: i < n, lambda i, t: (i + 1, t.write(i, tf.cast(i, tf.float32) * x)), (0, ta))
stacked = filled.stack()
array_gradient = tf.gradients(tf.reduce_sum(stacked), x)[0]
mapped = tf.map_fn(lambda e: e * e, tf.constant([1.0, 2.0, 3.0]))
mapped_pair = tf.map_fn(lambda e: (e[0] + e[1], e[0] * e[1]), (tf.constant([1, 2]), tf.constant([3, 4])))
mapped_type = tf.map_fn(lambda e: tf.cast(e, tf.int32) + 1, tf.constant([1.5, 2.5]), dtype=tf.int32)
scanned = tf.scan(lambda a, e: a + e, tf.constant([1, 2, 3]))
scanned_init = tf.scan(lambda a, e: a * e, tf.constant([1.0, 2.0, 3.0]), initializer=2.0, reverse=True)
left = tf.foldl(lambda a, e: a - e, tf.constant([1, 2, 3]))
right = tf.foldr(lambda a, e: a - e, tf.constant([1, 2, 3]))
v = tf.Variable(0.0, name="v")
with tf.control_dependencies([v.assign(0.0)]):
    counted = tf.while_loop(
        lambda i: i < 3, lambda i: tf.tuple([i + 1], control_inputs=[v.assign_add(1.0)])[0], [tf.constant(0)]
    )
print(
    count.name,
    pair[1].name,
    maximum.name,
    growing[1].shape,
    growing[1].name,
    named.total.name if hasattr(named, "total") else type(named).__name__,
    gradient.name,
)
print(
    mapped.name, mapped_pair[1].name, mapped_type.name, scanned.name, left.name, right.name, stacked.name, stacked.shape
)
print(
    sorted(
        {
            op.type
            for op in tf.get_default_graph().get_operations()
            if "Stack" in op.type or op.type in ("Enter", "Exit", "While", "LoopCond")
        }
    )
)
print(len(tf.get_collection(tf.GraphKeys.WHILE_CONTEXT)), tf.get_collection(tf.GraphKeys.WHILE_CONTEXT)[1].name)
with tf.Session() as sess:
    sess.run(v.initializer)
    feed = {x: 2.0, n: 5}
    for each in (
        count,
        pair,
        maximum,
        growing[1],
        named,
        nested,
        with_cond,
        gradient,
        cond_gradient,
        stacked,
        array_gradient,
    ):
        print(
            np.asarray(sess.run(each, feed), dtype=object).tolist()
            if not isinstance(each, tuple)
            else sess.run(each, feed)
        )
    print(sess.run([mapped, mapped_pair, mapped_type, scanned, scanned_init, left, right]))
    print(sess.run(counted), sess.run(v))
    for wrong in (
        lambda: tf.while_loop(lambda i: i < 3, lambda i: tf.cast(i, tf.float32) + 1.0, [0]),
        lambda: tf.while_loop(lambda i, m: i < 3, lambda i, m: (i + 1, tf.concat([m, m], 0)), [0, tf.ones([2])]),
        lambda: tf.while_loop(lambda i: i < 3, lambda i: (i + 1, i), [0]),
        lambda: tf.while_loop(lambda i: i + 1, lambda i: i + 1, [0]),
        lambda: tf.while_loop(3, lambda i: i + 1, [0]),
        lambda: tf.while_loop(lambda: True, lambda: None, []),
        lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0], parallel_iterations=0),
        lambda: sess.run(tf.while_loop(lambda i: i < 3, lambda i: i, [0]), options=tf.RunOptions(timeout_in_ms=100)),
        lambda: tf.map_fn(lambda e: (e, e), tf.constant([1, 2])),
        lambda: sess.run(tf.identity(tf.get_default_graph().get_operation_by_name("while/Merge").outputs[0])),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
