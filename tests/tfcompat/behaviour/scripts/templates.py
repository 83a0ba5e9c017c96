"""`tf.make_template`: shared variables of repeated calls."""

import tensorflow as tf


def linear(x, units, scale=1.0):
    w = tf.get_variable("w", [x.shape[-1], units], initializer=tf.ones_initializer())
    return tf.matmul(x, w) * scale


shared = tf.make_template("linear", linear, units=2)
x = tf.ones([1, 3])
one, two = shared(x), shared(x, scale=2.0)
other = tf.make_template("linear", linear, units=4)
three = other(x)
print(one.name, two.name, three.name, [v.name for v in tf.global_variables()])
print(
    shared.name,
    shared.variable_scope_name,
    shared.var_scope.name,
    [v.name for v in shared.variables],
    [v.name for v in shared.trainable_variables],
    other.func is linear,
)
with tf.variable_scope("outer"):
    inner = tf.make_template("inner", linear, units=1)
    print(inner(x).name)
print(inner(x).name, [v.name for v in inner.global_variables], [v.name for v in inner.local_variables])
unique = tf.make_template("u", linear, create_scope_now_=True, units=1)
same = tf.make_template("fixed", linear, unique_name_="exactly", units=1)
again = tf.make_template("fixed", linear, unique_name_="exactly", units=1)
print(unique(x).name, same(x).name)
try:
    print(again(x).name)
except Exception as error:
    print(type(error).__name__, str(error).split("\n")[0][:60])


def changing():
    return tf.get_variable("v%d" % len(tf.global_variables()), [])


bad = tf.make_template("bad", changing)
bad()
try:
    bad()
except Exception as error:
    print(type(error).__name__, str(error).split("\n")[0][:60])
nested = tf.make_template("nest", lambda v: shared(v) + tf.get_variable("bias", [], initializer=tf.ones_initializer()))
print(nested(x).name, nested(x).name, [v.name for v in nested.variables])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([one, two, nested(x)]))
