"""Global step helpers and learning rate schedules."""

import tensorflow as tf


def attempt(make):
    try:
        made = make()
        print("value", getattr(made, "name", made))
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])


print(tf.train.get_global_step())
step = tf.train.create_global_step()
print(
    step.name,
    step.dtype.base_dtype,
    step.shape,
    step.trainable if hasattr(step, "trainable") else "-",
    tf.train.get_global_step() is step,
)
print(tf.train.get_or_create_global_step() is step, [v.name for v in tf.get_collection(tf.GraphKeys.GLOBAL_STEP)])
attempt(lambda: tf.train.create_global_step())
attempt(lambda: tf.train.assert_global_step(step))
attempt(lambda: tf.train.assert_global_step(tf.Variable(1.0)))
with tf.Graph().as_default():
    mine = tf.Variable(0, name="global_step", trainable=False)
    print(tf.train.get_global_step().name, tf.train.get_or_create_global_step() is mine)
    attempt(lambda: tf.train.assert_global_step(tf.Variable([1, 2])))
with tf.Graph().as_default() as other:
    print(tf.train.get_or_create_global_step(other).name)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(tf.train.global_step(sess, tf.train.get_global_step()))
rates = [
    tf.train.exponential_decay(0.1, step, 10, 0.5),
    tf.train.exponential_decay(0.1, step, 10, 0.5, staircase=True, name="stairs"),
    tf.train.piecewise_constant(step, [5, 15], [1.0, 0.5, 0.1]),
    tf.train.polynomial_decay(0.1, step, 20, 0.01, power=2.0),
    tf.train.polynomial_decay(0.1, step, 6, 0.01, cycle=True),
    tf.train.natural_exp_decay(0.1, step, 10, 0.5),
    tf.train.inverse_time_decay(0.1, step, 10, 0.5),
    tf.train.cosine_decay(0.1, step, 20),
    tf.train.cosine_decay_restarts(0.1, step, 4),
    tf.train.linear_cosine_decay(0.1, step, 20),
]
for rate in rates:
    print(rate.name, rate.dtype, rate.shape)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for value in (0, 3, 5, 12, 30):
        step.load(value, sess)
        print(value, " ".join("%.6f" % x for x in sess.run(rates)))
    rate = tf.train.exponential_decay(0.5, step, 1, 0.5)
    w = tf.Variable(1.0)
    train = tf.train.GradientDescentOptimizer(rate).minimize(w * w, global_step=step)
    sess.run([w.initializer, step.initializer])
    for _ in range(3):
        sess.run(train)
        print(sess.run([w, step]))
attempt(lambda: tf.train.exponential_decay(0.1, None, 10, 0.5))
attempt(lambda: tf.train.piecewise_constant(step, [5], [1.0]))
attempt(lambda: tf.train.piecewise_constant(step, [5.0], [1.0, 2.0]))
