"""Tensors compare by identity and serve as dictionary keys."""

import tensorflow as tf

a = tf.constant([1, 2], name="a")
b = tf.constant([1, 2], name="b")
v = tf.Variable(1.0, name="v")
w = tf.Variable(1.0, name="w")
print(a == b, a == a, a != b, a == 3, a is not None, a == None)  # noqa: E711
print(v == w, v == v, v != w, v == v.value())
table = {a: "a", b: "b", v: "v"}
print(table[a], table[b], table[v], len(table), a in table, w in table)
print(a in [a, b], b in [a], [a, b].index(b), len({a, b, a}), len(set([v, w, v])))
print([x for x in [a, b] if x != a] == [b], hash(a) == id(a), hash(v) == hash(v))
print(a.name, a.op.name, a.dtype, a.op.type, a.value_index, a.device == "", a.graph is tf.get_default_graph())
print(repr(a))
print(str(b))
print(repr(v))
print(str(v.op.name), repr(a.op).split("\n")[0])
print(a.consumers(), [op.name for op in v.op.outputs[0].consumers()] != [])
print(sorted({v: 1, w: 2}.values()), a.shape == (2,), a.shape == b.shape)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(tf.equal(a, b)).tolist(), sess.run(tf.not_equal(a, [1, 3])).tolist())
    print(a.eval().tolist(), v.eval(), sess.run([a < 2, a >= 2, v > 0.5, -v, abs(-v), v**2, 2 / v, v // 1, v % 2]))
    print(sess.run([a + 1, 1 + a, a * b, a - b, a / b, a // b, a % 2, a**2]))
    print(
        sess.run([tf.constant(True) & False, tf.constant(True) | False, tf.constant(True) ^ True, ~tf.constant(True)])
    )
    print(sess.run([a[0], a[-1], a[:1], a[::-1], a[tf.newaxis].shape.as_list() and a[tf.newaxis], a[..., 0]]))
for wrong in (
    lambda: bool(a),
    lambda: 1 if a == b and tf.constant(True) else 0,
    lambda: len(a),
    lambda: [i for i in a],
    lambda: [i for i in tf.placeholder(tf.float32)],
    lambda: int(a),
    lambda: range(tf.constant(3)),
    lambda: not a,
    lambda: a.numpy(),
    lambda: a[0.5],
    lambda: a["x"],
    lambda: a < "x",
    lambda: tf.constant(1) + 1.5,
    lambda: tf.constant(1.0) + tf.constant(1),
    lambda: a.no_such,
    lambda: bool(v),
    lambda: [i for i in v],
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
