"""tf.Variable, tf.get_variable, scopes and the ops around them."""

from typing import Any

from .registry import builder


@builder
def variable(tf: Any, seed: Any) -> None:
    tf.Variable(tf.random_normal([2, 3], seed=seed), name="w")
    tf.Variable(tf.zeros([3]))
    tf.Variable(1.5, trainable=False)


@builder
def linear_model(tf: Any) -> Any:
    x = tf.placeholder(tf.float32, [None, 3])
    w = tf.Variable(tf.truncated_normal([3, 2], stddev=0.1))
    b = tf.Variable(tf.constant(0.1, shape=[2]))
    y = tf.nn.softmax(tf.matmul(x, w) + b)
    return lambda session: session.run([w, b, y], {x: [[1.0, 2.0, 3.0]]})


@builder
def variable_resource(tf: Any) -> None:
    tf.Variable(tf.random_normal([2, 3]), use_resource=True)
    tf.get_variable("w", [2, 3], use_resource=True)


@builder
def variable_initial_function(tf: Any) -> None:
    tf.Variable(lambda: tf.random_normal([2, 3]), name="w")


@builder
def variable_initialized_value(tf: Any) -> None:
    w = tf.Variable(tf.random_normal([2, 3]), name="w")
    tf.Variable(w.initialized_value() * 2.0, name="w2")


@builder
def variable_scope(tf: Any) -> None:
    with tf.variable_scope("a"):
        tf.get_variable("w", [2, 2])
        with tf.variable_scope("b", initializer=tf.random_normal_initializer()):
            tf.get_variable("w", [2, 2])
            tf.Variable(tf.random_uniform([2]), name="v")
    with tf.variable_scope("a", reuse=True):
        tf.get_variable("w", [2, 2])
    with tf.variable_scope("a", reuse=tf.AUTO_REUSE):
        tf.get_variable("w", [2, 2])
        tf.get_variable("w3", [2, 2])
    with tf.variable_scope(None, default_name="c"):
        tf.get_variable("w", [2, 2])
    with tf.variable_scope(None, default_name="c"):
        tf.get_variable("w", [2, 2])


@builder
def variable_regularizer(tf: Any) -> Any:
    with tf.variable_scope("a", regularizer=lambda w: 0.1 * tf.nn.l2_loss(w)):
        tf.get_variable("w", [2, 2])
    return tf.losses.get_regularization_loss()


@builder
def partitioned_variable(tf: Any) -> Any:
    with tf.variable_scope("a", partitioner=tf.fixed_size_partitioner(2)):
        w = tf.get_variable("w", [4, 2])
    return [tf.global_variables(), tf.convert_to_tensor(w), tf.nn.embedding_lookup(w, [0, 3])]


@builder
def min_max_partitioner(tf: Any) -> Any:
    return tf.identity(tf.get_variable("w", [4, 2], partitioner=tf.min_max_variable_partitioner(2, min_slice_size=4)))


@builder
def constraint(tf: Any) -> Any:
    w = tf.get_variable("w", [2, 2], constraint=lambda v: tf.clip_by_norm(v, 0.1))
    step = tf.train.GradientDescentOptimizer(0.5).minimize(tf.reduce_sum(w))
    return lambda session: [session.run(step), session.run(w)]


@builder
def assign(tf: Any) -> Any:
    first, second, third, fourth = [tf.Variable(tf.random_normal([2, 3])) for _ in range(4)]  # one each: no race
    with tf.control_dependencies([tf.assign(first, first * 2.0)]):
        doubled = tf.identity(first)
    ones = tf.ones([2, 3])
    return [doubled, second.assign_add(ones), tf.assign_sub(third, ones), fourth.assign(tf.zeros([2, 3]))]


@builder
def scatter(tf: Any) -> Any:
    w = tf.Variable(tf.random_normal([4, 2]))
    updated = tf.scatter_update(w, [0], [[1.0, 2.0]])
    with tf.control_dependencies([updated]):
        added = tf.scatter_add(w, [1], [[1.0, 2.0]])
    with tf.control_dependencies([added]):
        return tf.scatter_sub(w, [2], [[1.0, 2.0]])


@builder
def slices_of_variables(tf: Any) -> Any:
    w = tf.Variable(tf.random_normal([4, 3]))
    return [w[0], w[1:3, 0], w + 1.0, 2.0 * w, -w, w / 3.0, tf.identity(w), w.read_value(), w.value()]


@builder
def initializers(tf: Any) -> Any:
    w = tf.Variable(tf.random_normal([2]))
    init = tf.global_variables_initializer()
    some = tf.variables_initializer([w])
    legacy = tf.initialize_all_variables()
    report = tf.report_uninitialized_variables()
    return [w, report, init, some, legacy, tf.is_variable_initialized(w)]


@builder
def global_step(tf: Any) -> Any:
    step = tf.train.get_or_create_global_step()
    return [tf.train.get_global_step(), tf.assign_add(step, 1)]


@builder
def moving_average(tf: Any) -> Any:
    w = tf.Variable(tf.random_normal([2]), name="w")
    step = tf.Variable(0, trainable=False, name="step")
    averages = tf.train.ExponentialMovingAverage(0.9, step)
    update = averages.apply([w])
    averages.variables_to_restore()
    return lambda session: [session.run(update), session.run(averages.average(w))]


@builder
def moving_average_of_tensor(tf: Any) -> Any:
    loss = tf.reduce_sum(tf.Variable(tf.random_normal([2]), name="w") * 2.0, name="loss")
    averages = tf.train.ExponentialMovingAverage(0.9, zero_debias=True)
    update = averages.apply([loss])
    return lambda session: [session.run(update), session.run(averages.average(loss))]


@builder
def saver(tf: Any) -> Any:
    tf.Variable(tf.random_normal([2]), name="w")
    tf.get_variable("v", [2], use_resource=True)
    tf.train.Saver()
    tf.train.Saver(max_to_keep=None, name="best")
    return tf.random_normal([2])


@builder
def saver_sharded(tf: Any) -> Any:
    tf.Variable(tf.random_normal([2]), name="w")
    tf.train.Saver(sharded=True)
    return tf.random_normal([2])


@builder
def get_local_variable(tf: Any) -> Any:
    return tf.identity(tf.get_local_variable("w", [2, 2]))


@builder
def template(tf: Any) -> None:
    net = tf.make_template("net", lambda x: x * tf.get_variable("w", [2]))
    net(tf.ones([2]))
    net(tf.zeros([2]))
