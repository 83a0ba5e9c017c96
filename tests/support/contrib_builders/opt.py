"""Optimizers of `tf.contrib.opt`, twenty steps each. Sizes: table 5x3, weights 3x2, batch 4."""

from typing import Any, Tuple

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _model(tf: Any) -> Tuple[Any, Any]:
    """A loss over rows of a table (its gradient is sparse) and a matrix; and the two variables."""
    table = tf.get_variable("table", initializer=np.cos(np.arange(15, dtype=np.float32)).reshape(5, 3))
    weights = tf.get_variable("weights", initializer=np.sin(np.arange(6, dtype=np.float32)).reshape(3, 2))
    rows = tf.nn.embedding_lookup(table, [0, 3, 3, 1])
    loss = tf.reduce_mean(tf.square(tf.matmul(rows, weights) - [[1.0, -1.0]]))
    return loss, [loss, table, weights]


def _dense_model(tf: Any) -> Tuple[Any, Any]:
    weights = tf.get_variable("weights", initializer=np.sin(np.arange(6, dtype=np.float32)).reshape(3, 2))
    bias = tf.get_variable("bias", initializer=np.float32([0.1, -0.2]))
    inputs = np.cos(np.arange(12, dtype=np.float32)).reshape(4, 3)
    loss = tf.reduce_mean(tf.square(tf.matmul(inputs, weights) + bias - [[1.0, -1.0]]))
    return loss, [loss, weights, bias]


def _plain(tf: Any, optimizer: Any, model: Any = _model) -> Any:
    loss, fetches = model(tf)
    step = optimizer.minimize(loss, global_step=tf.train.get_or_create_global_step())
    return trained(step, fetches)


@builder
def lazy_adam(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.LazyAdamOptimizer(0.05))


@builder
def adam_gs(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.AdamGSOptimizer(tf.train.get_or_create_global_step(), 0.05))


@builder
def lazy_adam_gs(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.LazyAdamGSOptimizer(tf.train.get_or_create_global_step(), 0.05))


def _in_order(tf: Any, optimizer: Any, **settings: Any) -> Any:
    """Weights decay once the gradients are there: 1.15 itself lets them race."""
    loss, fetches = _model(tf)
    pairs = optimizer.compute_gradients(loss)
    with tf.control_dependencies([getattr(gradient, "values", gradient) for gradient, _ in pairs]):
        some = {"decay_var_list": [fetches[2]]} if settings.get("some") else {}
        step = optimizer.apply_gradients(pairs, **some)
    return trained(step, fetches)


@builder
def adam_w(tf: Any) -> Any:
    return _in_order(tf, tf.contrib.opt.AdamWOptimizer(0.01, 0.05))


@builder
def adam_w_of_some(tf: Any) -> Any:
    return _in_order(tf, tf.contrib.opt.AdamWOptimizer(0.01, 0.05), some=True)


@builder
def momentum_w(tf: Any) -> Any:
    return _in_order(tf, tf.contrib.opt.MomentumWOptimizer(0.01, 0.05, 0.9))


@builder
def extended_with_weight_decay(tf: Any) -> Any:
    decayed = tf.contrib.opt.extend_with_decoupled_weight_decay(tf.train.RMSPropOptimizer)
    return _in_order(tf, decayed(weight_decay=0.01, learning_rate=0.02))


@builder
def nadam(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.NadamOptimizer(0.05))


@builder
def adamax(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.AdaMaxOptimizer(0.05))


@builder
def add_sign(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.AddSignOptimizer(0.05), _dense_model)


@builder
def power_sign(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.PowerSignOptimizer(0.05), _dense_model)


@builder
def reg_adagrad(tf: Any) -> Any:
    loss, fetches = _model(tf)
    optimizer = tf.contrib.opt.RegAdagradOptimizer(0.1)
    step = optimizer.minimize(loss)
    with optimizer.avoid_updating_slots():
        decay = optimizer.minimize(0.01 * tf.nn.l2_loss(fetches[2]), var_list=[fetches[2]])
    first, then = trained(step, fetches, 3), trained(decay, fetches, 3)
    return lambda session: [first(session), then(session), first(session)]


@builder
def lars(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.LARSOptimizer(0.5, skip_list=["bias"]), _dense_model)


@builder
def shampoo(tf: Any) -> Any:
    return _plain(tf, tf.contrib.opt.ShampooOptimizer(tf.train.get_or_create_global_step(), learning_rate=0.1))


@builder
def shampoo_with_momentum(tf: Any) -> Any:
    optimizer = tf.contrib.opt.ShampooOptimizer(
        tf.train.get_or_create_global_step(), 2, 0.5, 0.5, 0.9, 0.1, learning_rate=0.1, svd_interval=2
    )
    return _plain(tf, optimizer, _dense_model)


@builder
def ggt(tf: Any) -> Any:
    loss, _ = _dense_model(tf)
    step = tf.contrib.opt.GGTOptimizer(0.05, window=3, sigma_eps=1.0, svd_eps=0.01).minimize(loss)
    return trained(step, loss)


@builder
def moving_average(tf: Any) -> Any:
    loss, fetches = _dense_model(tf)
    optimizer = tf.contrib.opt.MovingAverageOptimizer(tf.train.MomentumOptimizer(0.1, 0.9), average_decay=0.5)
    step = optimizer.minimize(loss)
    averages = [v for v in tf.global_variables() if "ExponentialMovingAverage" in v.name]
    return trained(step, [fetches, averages])


@builder
def variable_clipping(tf: Any) -> Any:
    loss, fetches = _model(tf)
    dims = {fetches[1]: [1], fetches[2]: [0]}
    optimizer = tf.contrib.opt.VariableClippingOptimizer(tf.train.GradientDescentOptimizer(0.5), dims, 0.9)
    return trained(optimizer.minimize(loss), fetches)


@builder
def multitask(tf: Any) -> Any:
    loss, fetches = _dense_model(tf)
    optimizer = tf.contrib.opt.MultitaskOptimizerWrapper(tf.train.MomentumOptimizer(0.1, 0.9))
    on = tf.get_variable("on", initializer=0.0, trainable=False)
    pairs = optimizer.compute_gradients(loss * on)
    clipped, norm = tf.contrib.opt.clip_gradients_by_global_norm(pairs, 0.5)
    step = optimizer.apply_gradients(clipped)
    with tf.control_dependencies([step]):
        step = tf.assign(on, 1.0 - on)
    return trained(step, [fetches, norm])


@builder
def drop_stale_gradient(tf: Any) -> Any:
    loss, fetches = _dense_model(tf)
    counter = tf.train.get_or_create_global_step()
    optimizer = tf.contrib.opt.DropStaleGradientOptimizer(tf.train.GradientDescentOptimizer(0.1), 1)
    return trained(optimizer.minimize(loss, global_step=counter), [fetches, counter])


@builder
def elastic_average(tf: Any) -> Any:
    getter = tf.contrib.opt.ElasticAverageCustomGetter(worker_device="")
    with tf.variable_scope("model", custom_getter=getter):
        loss, fetches = _dense_model(tf)
    counter = tf.train.get_or_create_global_step()
    optimizer = tf.contrib.opt.ElasticAverageOptimizer(tf.train.GradientDescentOptimizer(0.1), 1, getter, 3)
    step = optimizer.minimize(loss, global_step=counter)
    return trained(step, [fetches, tf.global_variables()])


@builder
def agn(tf: Any) -> Any:
    getter = tf.contrib.opt.AGNCustomGetter(worker_device="")
    with tf.variable_scope("model", custom_getter=getter):
        loss, fetches = _dense_model(tf)
    counter = tf.train.get_or_create_global_step()
    optimizer = tf.contrib.opt.AGNOptimizer(tf.train.AdamOptimizer(0.1), 1, getter, 3)
    step = optimizer.minimize(loss, global_step=counter)
    return trained(step, [fetches, tf.global_variables()])


@builder
def model_average(tf: Any) -> Any:
    getter = tf.contrib.opt.ModelAverageCustomGetter(worker_device="")
    with tf.variable_scope("model", custom_getter=getter):
        loss, fetches = _dense_model(tf)
    counter = tf.train.get_or_create_global_step()
    optimizer = tf.contrib.opt.ModelAverageOptimizer(tf.train.GradientDescentOptimizer(0.1), 1, True, getter, 3)
    step = optimizer.minimize(loss, global_step=counter)
    return trained(step, [fetches, tf.global_variables()])


def _scipy(tf: Any, **settings: Any) -> Any:
    """Rosenbrock's function in two variables, minimized; the losses on the way count too."""
    x = tf.get_variable("x", initializer=np.float32([0.2]))
    y = tf.get_variable("y", initializer=np.float32([[0.9]]))
    loss = tf.reduce_sum(tf.square(1 - x) + 10.0 * tf.square(y - tf.square(x)))
    bounds, whole = settings.pop("bounds", None), settings.pop("whole", True)
    optimizer = tf.contrib.opt.ScipyOptimizerInterface(
        loss, var_to_bounds=None if bounds is None else {y: bounds}, **settings
    )

    def run(session: Any) -> Any:
        losses = []
        optimizer.minimize(session, fetches=[loss], loss_callback=losses.append)
        # How SciPy searches along a line has changed for some methods: of these only where they end.
        return [losses[:3], session.run([loss, x, y])] if whole else [np.round(each, 2) for each in session.run([x, y])]

    return run


@builder
def scipy_l_bfgs_b(tf: Any) -> Any:
    return _scipy(tf, options={"maxiter": 5})


@builder
def scipy_bounded(tf: Any) -> Any:
    return _scipy(tf, bounds=(-np.inf, 0.5))


@builder
def scipy_slsqp(tf: Any) -> Any:
    return _scipy(tf, method="SLSQP", whole=False)


@builder
def scipy_cg(tf: Any) -> Any:
    return _scipy(tf, method="CG", options={"maxiter": 3})


@builder
def scipy_nelder_mead(tf: Any) -> Any:
    return _scipy(tf, method="Nelder-Mead", options={"maxiter": 10})


@builder
def scipy_with_constraints(tf: Any) -> Any:
    vector = tf.get_variable("vector", initializer=np.float32([7.0, 7.0]))
    optimizer = tf.contrib.opt.ScipyOptimizerInterface(
        tf.reduce_sum(tf.square(vector)),
        equalities=[vector[1] - 1.0],
        inequalities=[vector[0] - 1.0],
        method="SLSQP",
    )

    def run(session: Any) -> Any:
        optimizer.minimize(session)
        return session.run(vector)

    return run


@builder
def sign_decays(tf: Any) -> Any:
    import importlib

    decay = importlib.import_module("tensorflow.contrib.opt.python.training.sign_decay")
    step = tf.constant(3)
    return (
        decay.get_linear_decay_fn(10)(step),
        decay.get_cosine_decay_fn(10, 2.0)(step),
        decay.get_cosine_decay_fn(10, 1, 0.25)(step),
        decay.get_restart_decay_fn(10, 2)(step),
        decay.get_restart_decay_fn(10, 2, 0.5)(step),
    )
