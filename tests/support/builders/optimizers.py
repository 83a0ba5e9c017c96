"""tf.train optimizers, learning rate decays and gradient clipping."""

from typing import Any

from .registry import add, builder

_OPTIMIZERS = {
    "gradient_descent": lambda tf: tf.train.GradientDescentOptimizer(0.1),
    "momentum": lambda tf: tf.train.MomentumOptimizer(0.1, 0.9),
    "nesterov": lambda tf: tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True),
    "adagrad": lambda tf: tf.train.AdagradOptimizer(0.1),
    "adadelta": lambda tf: tf.train.AdadeltaOptimizer(0.1),
    "adagrad_da": lambda tf: tf.train.AdagradDAOptimizer(0.1, tf.train.get_or_create_global_step()),
    "adam": lambda tf: tf.train.AdamOptimizer(0.1),
    "rmsprop": lambda tf: tf.train.RMSPropOptimizer(0.1),
    "rmsprop_centered": lambda tf: tf.train.RMSPropOptimizer(0.1, momentum=0.5, centered=True),
    "ftrl": lambda tf: tf.train.FtrlOptimizer(0.1),
    "proximal_gradient_descent": lambda tf: tf.train.ProximalGradientDescentOptimizer(0.1, 0.01),
    "proximal_adagrad": lambda tf: tf.train.ProximalAdagradOptimizer(0.1, l1_regularization_strength=0.01),
}


def _trained(make: Any, resource: bool) -> Any:
    def build(tf: Any) -> Any:
        w = tf.get_variable("w", [3, 2], use_resource=resource)
        b = tf.get_variable("b", [2], initializer=tf.zeros_initializer(), use_resource=resource)
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.ones([4, 3]), w) + b - 1.0))
        step = make(tf).minimize(loss, global_step=tf.train.get_or_create_global_step())
        return _steps(step, [loss, w, b, tf.random_normal([2])])

    return build


def _embedded(make: Any) -> Any:
    def build(tf: Any) -> Any:
        table = tf.get_variable("table", [5, 2])
        loss = tf.reduce_sum(tf.square(tf.nn.embedding_lookup(table, [1, 3, 1])))
        step = make(tf).minimize(loss)
        return _steps(step, [loss, table, tf.random_normal([2])])

    return build


def _steps(step: Any, fetches: Any) -> Any:
    return lambda session: [session.run([step, step]), session.run(step), session.run(fetches)]


for _name, _make in sorted(_OPTIMIZERS.items()):
    add("optimizers", _name, _trained(_make, False))
    add("optimizers", _name + "_resource", _trained(_make, True))
    add("optimizers", _name + "_sparse", _embedded(_make))

_DECAYS = {
    "exponential_decay": lambda tf, step: tf.train.exponential_decay(0.1, step, 10, 0.9),
    "exponential_decay_staircase": lambda tf, step: tf.train.exponential_decay(0.1, step, 10, 0.9, staircase=True),
    "piecewise_constant": lambda tf, step: tf.train.piecewise_constant(step, [2, 5], [1.0, 0.5, 0.1]),
    "piecewise_constant_decay": lambda tf, step: tf.train.piecewise_constant_decay(step, [2, 20], [1.0, 0.5, 0.1]),
    "polynomial_decay": lambda tf, step: tf.train.polynomial_decay(0.1, step, 10),
    "polynomial_decay_cycle": lambda tf, step: tf.train.polynomial_decay(0.1, step, 5, power=0.5, cycle=True),
    "natural_exp_decay": lambda tf, step: tf.train.natural_exp_decay(0.1, step, 10, 0.9),
    "inverse_time_decay": lambda tf, step: tf.train.inverse_time_decay(0.1, step, 10, 0.9),
    "cosine_decay": lambda tf, step: tf.train.cosine_decay(0.1, step, 10),
    "cosine_decay_restarts": lambda tf, step: tf.train.cosine_decay_restarts(0.1, step, 4),
    "linear_cosine_decay": lambda tf, step: tf.train.linear_cosine_decay(0.1, step, 10),
    "noisy_linear_cosine_decay": lambda tf, step: tf.train.noisy_linear_cosine_decay(0.1, step, 10),
}


def _decayed(make: Any) -> Any:
    def build(tf: Any) -> Any:
        step = tf.Variable(7, trainable=False)
        rate = make(tf, step)
        w = tf.Variable(tf.random_normal([2]))
        train = tf.train.GradientDescentOptimizer(rate).minimize(tf.nn.l2_loss(w), global_step=step)
        return lambda session: [session.run(rate), session.run(train), session.run([rate, w])]

    return build


for _name, _make in sorted(_DECAYS.items()):
    add("optimizers", _name, _decayed(_make))


def _loss(tf: Any) -> Any:
    w = tf.get_variable("w", [3, 2])
    return w, tf.reduce_mean(tf.square(tf.matmul(tf.ones([4, 3]), w) - 1.0))


@builder
def compute_and_apply(tf: Any) -> Any:
    w, loss = _loss(tf)
    optimizer = tf.train.AdamOptimizer(0.1)
    pairs = [(tf.clip_by_value(g, -0.1, 0.1), v) for g, v in optimizer.compute_gradients(loss)]
    return _steps(optimizer.apply_gradients(pairs), [loss, w, tf.random_normal([2])])


@builder
def clip_by_global_norm(tf: Any) -> Any:
    w, loss = _loss(tf)
    weights = tf.trainable_variables()
    gradients, norm = tf.clip_by_global_norm(tf.gradients(loss, weights), 0.05)
    step = tf.train.GradientDescentOptimizer(0.1).apply_gradients(zip(gradients, weights))
    return _steps(step, [loss, w, norm, tf.random_normal([2])])


@builder
def clip_by_norm(tf: Any) -> Any:
    x = tf.constant([3.0, 4.0])
    return [tf.clip_by_norm(x, 1.0), tf.clip_by_average_norm(x, 1.0), tf.global_norm([x, x])]


@builder
def two_optimizers(tf: Any) -> Any:
    w, loss = _loss(tf)
    v = tf.get_variable("v", [2])
    first = tf.train.AdamOptimizer(0.1).minimize(loss, var_list=[w])
    second = tf.train.AdamOptimizer(0.1).minimize(tf.nn.l2_loss(v) + loss, var_list=[v])
    return _steps([first, second], [w, v, tf.random_normal([2])])


@builder
def sync_replicas(tf: Any) -> Any:
    w, loss = _loss(tf)
    optimizer = tf.train.SyncReplicasOptimizer(tf.train.GradientDescentOptimizer(0.1), 1, total_num_replicas=1)
    optimizer.minimize(loss, global_step=tf.train.get_or_create_global_step())
    return lambda session: session.run(w)


@builder
def update_ops(tf: Any) -> Any:
    # Rows that lie on no line: normalized, they still depend on the weights, and by more than rounding.
    # Without a bias, whose gradient would be rounding alone, which Adam makes whole steps of.
    x = tf.layers.dense(tf.sin(tf.reshape(tf.range(15.0), [5, 3])), 2, use_bias=False)
    x = tf.layers.batch_normalization(x, training=True)
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = tf.train.AdamOptimizer(0.1).minimize(tf.reduce_mean(x * x * x))
    return _steps(step, [tf.global_variables(), tf.random_normal([2])])
