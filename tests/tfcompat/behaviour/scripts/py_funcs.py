"""`tf.py_func` and `tf.py_function`."""

import re

import numpy as np
import tensorflow as tf

calls = []


def double(x):
    calls.append(type(x).__name__)
    return x * 2


x = tf.placeholder(tf.float32, [None], name="x")
y = tf.py_func(double, [x], tf.float32, name="double")
a, b = tf.py_func(lambda p, q: (p + q, (p * q).astype(np.int64)), [x, x], [tf.float32, tf.int64])
none = tf.py_func(lambda: None, [], [])
text = tf.py_func(lambda s: s.upper(), [tf.constant("abc")], tf.string)
pure = tf.py_func(lambda: np.float32(3.0), [], tf.float32, stateful=False)
print(y.name, y.op.type, y.shape, [t.name for t in (a, b)], type(none).__name__, text.name, pure.op.type)
y.set_shape([None])
with tf.Session() as sess:
    print(
        sess.run(y, {x: [1, 2]}), calls, sess.run([a, b], {x: [1.5, 2]}), sess.run(none), sess.run(text), sess.run(pure)
    )
    print(sess.run(tf.py_func(lambda: np.array([b"a", b"bc"]), [], tf.string)).tolist())
    print(sess.run(tf.py_func(lambda m: np.array(m.shape, np.int64), [tf.zeros([2, 0, 3])], tf.int64)))

    def fail(v):
        raise ValueError("inside")

    for wrong in (
        lambda: sess.run(tf.py_func(fail, [x], tf.float32), {x: [1]}),
        lambda: sess.run(tf.py_func(lambda v: v, [x], tf.int32), {x: [1]}),
        lambda: sess.run(tf.py_func(lambda v: (v, v), [x], tf.float32), {x: [1]}),
        lambda: sess.run(tf.py_func(lambda v: v, [x], [tf.float32, tf.float32]), {x: [1]}),
        lambda: sess.run(tf.py_func(lambda: {}["k"], [], tf.float32)),
        lambda: sess.run(tf.py_func(lambda: next(iter([])), [], tf.float32)),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__, re.sub("pyfunc_[0-9]+", "pyfunc", getattr(error, "message", "").split("\n")[0]))
    print(tf.gradients(y, x))


@tf.RegisterGradient("PyFuncGrad%d" % len(tf.get_default_graph().get_operations()))
def _unused(op, grad):
    return grad


def py_func_with_gradient(func, inp, out, grad):
    name = "PyFuncGrad%d" % np.random.RandomState().randint(10**8)
    tf.RegisterGradient(name)(grad)
    with tf.get_default_graph().gradient_override_map({"PyFunc": name, "PyFuncStateless": name}):
        return tf.py_func(func, inp, out, stateful=True)


z = py_func_with_gradient(lambda v: v**2, [x], tf.float32, lambda op, grad: 2.0 * op.inputs[0] * grad)
eager = tf.py_function(lambda v: v * 3.0, [x], tf.float32)
with tf.Session() as sess:
    print(sess.run([z, tf.gradients(z, x)[0]], {x: [3.0]}))
    print(sess.run([eager, tf.gradients(eager, x)[0]], {x: [3.0]}))
