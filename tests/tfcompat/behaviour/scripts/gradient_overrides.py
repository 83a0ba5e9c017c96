"""`RegisterGradient`, `gradient_override_map`, `custom_gradient`, `NotDifferentiable`."""

import tensorflow as tf


@tf.RegisterGradient("BehaviourClipped")
def _clipped(op, grad):
    print(
        type(op).__name__,
        op.type,
        op.name,
        [i.name for i in op.inputs],
        [o.name for o in op.outputs],
        grad.name.startswith("gradients"),
    )
    return tf.clip_by_value(grad, -0.1, 0.1)


graph = tf.get_default_graph()
x = tf.placeholder(tf.float32, [2], name="x")
with graph.gradient_override_map({"Identity": "BehaviourClipped", "Relu": "BehaviourClipped"}):
    y = tf.identity(x, name="clipped")
    z = tf.nn.relu(x, name="guided")
plain = tf.identity(x)
gradients = [tf.gradients(t * 5.0, x)[0] for t in (y, z, plain)]


@tf.custom_gradient
def log1pexp(v):
    e = tf.exp(v)

    def grad(dy):
        return dy * (1 - 1 / (1 + e))

    return tf.log(1 + e), grad


@tf.custom_gradient
def with_variable(v):
    w = tf.get_variable("w", [], initializer=tf.ones_initializer(), use_resource=True)

    def grad(dy, variables=None):
        return dy * 10.0, [tf.reduce_sum(dy) * 3.0 for _ in variables]

    return v * w, grad


custom = log1pexp(x)
scaled = with_variable(x)
w_variable = tf.global_variables()[0]
custom_gradients = tf.gradients(custom, x)[0]
scaled_gradients = tf.gradients(scaled, [x, w_variable])
stopped = tf.gradients(tf.stop_gradient(x) * x, x)[0]
straight = x + tf.stop_gradient(tf.round(x) - x)
print(y.name, custom.name, scaled.name, straight.name, y.op.get_attr("_gradient_op_type"))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    feed = {x: [3.0, -2.0]}
    print(sess.run(gradients, feed), sess.run(custom_gradients, feed), sess.run(log1pexp(tf.constant([100.0]))))
    print(
        sess.run(scaled_gradients, feed),
        sess.run(stopped, feed),
        sess.run([straight, tf.gradients(straight, x)[0]], feed),
    )
for wrong in (
    lambda: tf.RegisterGradient("BehaviourClipped")(_clipped),
    lambda: tf.RegisterGradient(3),
    lambda: tf.NoGradient("BehaviourNone") or tf.NotDifferentiable("BehaviourNone2") or "ok",
    lambda: graph.gradient_override_map(3).__enter__(),
    lambda: graph.gradient_override_map({"A": 3}).__enter__(),
    lambda: tf.gradients(tf.py_func(lambda v: v, [x], tf.float32), x),
    lambda: tf.gradients(tf.unique(x)[0], x),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0][:32])
