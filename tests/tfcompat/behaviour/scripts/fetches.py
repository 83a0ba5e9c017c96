"""What `session.run` takes as fetches and gives back."""

import collections

import numpy as np
import tensorflow as tf

a = tf.constant(1.5, name="a")
b = tf.constant([1, 2], name="b")
c = tf.Variable([[1.0]], name="c")
s = tf.constant("text", name="s")
sparse = tf.SparseTensor([[0, 1]], [2.0], [2, 3])
slices = tf.IndexedSlices(tf.constant([3.0]), tf.constant([1]), tf.constant([4]))
op = tf.no_op(name="nothing")
Pair = collections.namedtuple("Pair", "first second")


class Point(object):
    pass


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    results = [
        a,
        b,
        c,
        s,
        op,
        [a, b],
        (a, b),
        [],
        (),
        {},
        {"x": a, "y": [b, {"z": op}]},
        Pair(a, b),
        Pair(first=[a], second={"k": s}),
        collections.OrderedDict([("q", a), ("p", b)]),
        [a, a, a],
        "a:0",
        ["a:0", "nothing", b],
        {"k": "b:0"},
        sparse,
        slices,
        [sparse, {"s": slices}],
        [[], [a, []]],
        c.initializer,
        [tf.group(a, b), a],
        a.op,
        tuple([a]),
        [op, op],
    ]
    for fetch in results:
        value = sess.run(fetch)
        print(type(value).__name__, list(value.items()) if isinstance(value, collections.OrderedDict) else value)
    print(type(sess.run(a)), type(sess.run(b)), sess.run(b).dtype, type(sess.run(s)), sess.run(c).shape)
    print(
        type(sess.run(tf.constant(3))),
        type(sess.run(tf.constant(3, tf.int64))),
        type(sess.run(sparse)).__name__,
        type(sess.run(slices)).__name__,
    )
    print(type(sess.run(tf.constant(["a", "b"]))[0]), sess.run(tf.constant(["é"])), sess.run(tf.constant(b"\x00\xff")))
    print(sess.run(tf.constant([], tf.float32)), sess.run(tf.zeros([0, 3])).shape, sess.run(tf.constant(1 + 2j)))
    print(sess.run(fetches=a, feed_dict=None, options=None, run_metadata=None), sess.run(tf.constant(np.float16(1.5))))
    for wrong in (
        None,
        3,
        1.5,
        [None],
        {"a": None},
        Point(),
        np.zeros(2),
        "a",
        "nothing:0",
        "missing:0",
        b"a:0",
        [a, Point()],
        tf.float32,
        lambda: a,
    ):
        try:
            print("value", sess.run(wrong))
        except Exception as error:
            print(type(error).__name__)
    random = tf.random_uniform([], seed=1)
    x, y = sess.run([random, random])
    print(x == y, sess.run(random) == x)
    print(np.ptp(sess.run([random + 0.0, random * 1.0])) == 0.0)
