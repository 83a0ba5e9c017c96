"""`ExponentialMovingAverage`, `initialized_value`, averaged restores."""

import tensorflow as tf

v = tf.get_variable("v", initializer=10.0)
with tf.variable_scope("s"):
    w = tf.get_variable("w", initializer=[1.0, 2.0])
step = tf.train.get_or_create_global_step()
ema = tf.train.ExponentialMovingAverage(0.5, num_updates=step)
t = v * 2.0
apply = ema.apply([v, w, t])
print(
    apply.name,
    apply.type,
    ema.average(v).name,
    ema.average(w).name,
    ema.average(t).name,
    ema.average_name(v),
    ema.average_name(w),
    ema.average_name(t),
)
print([x.name for x in tf.global_variables()], [x.name for x in tf.moving_average_variables()])
print(sorted(ema.variables_to_restore()), sorted(ema.variables_to_restore([v])))
saver = tf.train.Saver()
averaged = tf.train.Saver(ema.variables_to_restore([v, w]))
debiased = tf.train.ExponentialMovingAverage(0.9, zero_debias=True, name="Debiased")
with tf.control_dependencies([v.assign_add(1.0)]):
    chained = debiased.apply([t])
print(
    [x.name for x in tf.global_variables()[len(tf.moving_average_variables()) + 2 :]],
    debiased.name if hasattr(debiased, "name") else "-",
)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(apply)
    sess.run([v.assign(20.0), step.assign(5)])
    sess.run(apply)
    print(sess.run([v, ema.average(v), ema.average(w), ema.average(t)]))
    sess.run(chained)
    print(sess.run([v, debiased.average(t)]))
    saver.save(sess, "ema")
    averaged.restore(sess, "ema")
    print(sess.run([v, w]))
for wrong in (lambda: ema.apply([tf.constant(1)]), lambda: ema.apply([v]), lambda: ema.average(tf.constant(1.0))):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
