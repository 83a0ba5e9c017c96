"""`tf.variable_scope` and `tf.get_variable`: names, reuse, defaults, errors."""

import tensorflow as tf


def report(*variables):
    print(" ".join(v.name for v in variables))


with tf.variable_scope("s") as s:
    a = tf.get_variable("a", [2, 3])
    b = tf.Variable(tf.zeros([2]), name="b")
    c = tf.get_variable("c", initializer=tf.constant([1.0, 2.0]))
    d = a + 1.0
    report(a, b, c, d)
    print(s.name, s.original_name_scope, s.reuse, tf.get_variable_scope() is s)
    with tf.variable_scope("t"):
        report(tf.get_variable("a", [1]), tf.constant(1.0))
with tf.variable_scope("s", reuse=True) as again:
    print(tf.get_variable("a", [2, 3]) is a, again.reuse, again.name, again.original_name_scope)
    report(tf.constant(1.0))
    with tf.variable_scope("t", reuse=None):
        report(tf.get_variable("a", [1]))
with tf.variable_scope(s):
    report(tf.get_variable("e", []), tf.constant(2.0))
    tf.get_variable_scope().reuse_variables()
    print(tf.get_variable("a", [2, 3]) is a)
with tf.variable_scope(s, reuse=True), tf.variable_scope("t"):
    report(tf.get_variable("a", [1]))
with tf.variable_scope("auto", reuse=tf.AUTO_REUSE):
    first = tf.get_variable("x", [2])
    print(tf.get_variable("x", [2]) is first, tf.get_variable_scope().reuse)
    with tf.variable_scope("inner") as inner:
        print(inner.reuse, tf.get_variable("y", []).name)
with tf.variable_scope(None, default_name="layer"):
    report(tf.get_variable("w", []))
with tf.variable_scope(None, default_name="layer"):
    report(tf.get_variable("w", []))
with tf.variable_scope(None, "layer", [a]) as scope:
    report(tf.get_variable("w", []))
    print(scope.name)
with tf.variable_scope("outer"):
    for _ in range(2):
        with tf.variable_scope(None, "block") as block:
            print(block.name, tf.get_variable("w", []).name, tf.constant(0).name)
with tf.variable_scope("root_test"):
    with tf.variable_scope(tf.get_variable_scope(), reuse=False):
        report(tf.get_variable("q", []))
    with tf.variable_scope(""):
        report(tf.get_variable("r", []))
with tf.name_scope("n"):
    with tf.variable_scope("v"):
        report(tf.get_variable("x", []), tf.Variable(0.0), tf.constant(0.0))
with tf.variable_scope("v", auxiliary_name_scope=False):
    report(tf.get_variable("z", []), tf.constant(0.0))
with tf.variable_scope("twice"):
    report(tf.constant(1.0))
with tf.variable_scope("twice"):
    report(tf.constant(1.0), tf.Variable(1.0), tf.get_variable("only", []))
with tf.variable_scope("settings", initializer=tf.constant_initializer(3.0), dtype=tf.float64) as scope:
    f = tf.get_variable("f", [2])
    scope.set_initializer(tf.zeros_initializer())
    g = tf.get_variable("g", [2])
    print(f.dtype, f.dtype.base_dtype, g.dtype, scope.dtype)
    print(scope.initializer.__class__.__name__, scope.regularizer, scope.caching_device, scope.use_resource)
    print([v.name for v in scope.global_variables()], [v.name for v in scope.trainable_variables()])
untrained = tf.get_variable("untrained", [], trainable=False)
local = tf.get_variable("local", [], collections=[tf.GraphKeys.LOCAL_VARIABLES], trainable=False)
via = tf.get_local_variable("via", [])
print([v.name for v in tf.local_variables()])
print([v.name for v in tf.trainable_variables()])
print([v.name for v in tf.global_variables()] == [v.name for v in tf.all_variables()], len(tf.global_variables()))
print([v.name for v in tf.trainable_variables("s/")], [v.name for v in tf.global_variables(scope="outer")])
print([v.name for v in tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="auto")])


def attempt(make):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


def in_scope(name, reuse, *args, **kwargs):
    with tf.variable_scope(name, reuse=reuse):
        return tf.get_variable(*args, **kwargs)


attempt(lambda: in_scope("s", None, "a", [2, 3]))
attempt(lambda: in_scope("s", True, "missing", [1]))
attempt(lambda: in_scope("s", True, "a", [4]))
attempt(lambda: in_scope("s", True, "a", [2, 3], dtype=tf.int32))
attempt(lambda: tf.get_variable("both", [2], initializer=tf.constant([1.0, 2.0])))
attempt(lambda: tf.get_variable("unknown", [None, 2]))
attempt(lambda: tf.get_variable("string", [1], dtype=tf.string))
attempt(lambda: tf.get_variable("ints", [1], dtype=tf.int32).name)
attempt(lambda: tf.variable_scope(3).__enter__())
attempt(lambda: tf.variable_scope(None).__enter__())
attempt(lambda: tf.variable_scope("x", reuse="yes").__enter__())
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([f, g, c]))
