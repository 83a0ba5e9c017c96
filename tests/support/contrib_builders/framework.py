"""`tf.contrib.framework`: argument scopes, variables by collection, checkpoints, checks of shapes."""

import os
import shutil
import tempfile
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


@builder
def arg_scope(tf: Any) -> Any:
    framework = tf.contrib.framework

    @framework.add_arg_scope
    def scaled(x: Any, factor: float = 1.0, shift: float = 0.0) -> Any:
        return x * factor + shift

    with framework.arg_scope([scaled], factor=3.0), framework.arg_scope([scaled], shift=0.5) as scope:
        inner = scaled(2.0)
    with framework.arg_scope(scope):
        again = scaled(4.0, shift=1.0)
    names = sorted(framework.arg_scoped_arguments(scaled))
    return tf.constant([inner, again, scaled(5.0), float(framework.has_arg_scope(scaled))]), tf.constant(names)


@builder
def variables(tf: Any) -> Any:
    framework = tf.contrib.framework
    ones = tf.ones_initializer()
    with tf.variable_scope("net"):
        random = tf.truncated_normal_initializer()
        framework.model_variable("weights", [2, 3], initializer=random, regularizer=tf.nn.l2_loss)
        framework.variable("biases", [3], initializer=ones, collections=["mine"], trainable=False)
    framework.local_variable(1.5, name="local")
    framework.global_variable(2.5, name="global", validate_shape=False)
    found = [
        framework.get_variables(),
        framework.get_variables("net"),
        framework.get_variables(suffix="weights"),
        framework.get_model_variables(),
        framework.get_local_variables(),
        framework.get_trainable_variables(),
        framework.get_variables_by_name("weights"),
        framework.get_variables_by_suffix("biases"),
        framework.get_variables_to_restore(include=["net"], exclude=["net/biases"]),
        [framework.get_unique_variable("net/weights")],
        framework.filter_variables(tf.global_variables(), include_patterns=["net"]),
    ]
    return tf.constant([" ".join(each.op.name for each in row) for row in found])


@builder
def global_step(tf: Any) -> Any:
    framework = tf.contrib.framework
    missing = framework.get_global_step() is None
    step = framework.get_or_create_global_step()
    framework.assert_global_step(step)
    same = framework.get_global_step() is step and framework.get_or_create_global_step() is step
    return tf.constant([missing, same]), tf.assign_add(step, 3)


def _checkpoint(tf: Any, folder: str) -> str:
    with tf.Graph().as_default(), tf.Session() as session:
        tf.get_variable("old/weights", initializer=np.arange(6, dtype=np.float32).reshape(2, 3))
        tf.get_variable("old/steps", initializer=7)
        session.run(tf.global_variables_initializer())
        return tf.train.Saver().save(session, os.path.join(folder, "model"))


@builder
def assign_from_checkpoint(tf: Any) -> Any:
    framework = tf.contrib.framework
    weights = framework.model_variable("weights", [2, 3], initializer=tf.zeros_initializer())
    steps = framework.variable("steps", [], tf.int32, initializer=tf.zeros_initializer())

    def run(session: Any) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            path = _checkpoint(tf, folder)
            names = framework.list_variables(path)
            read = framework.load_variable(path, "old/weights"), framework.load_checkpoint(path).get_tensor("old/steps")
            framework.assign_from_checkpoint_fn(path, {"old/weights": weights})(session)
            one = session.run([weights, steps])
            operation, feeds = framework.assign_from_checkpoint(path, {"old/steps": steps})
            session.run(operation, feeds)
        framework.assign_from_values_fn({"weights": np.full([2, 3], 4.0, np.float32)})(session)
        shapes = ["%s %s" % (name, list(shape)) for name, shape in names]
        return [one, session.run([weights, steps]), read, np.array(shapes, object)]

    return run


@builder
def init_from_checkpoint(tf: Any) -> Any:
    framework = tf.contrib.framework
    folder = tempfile.mkdtemp()
    path = _checkpoint(tf, folder)
    with tf.variable_scope("new"):
        variables = [tf.get_variable("weights", [2, 3]), tf.get_variable("steps", [], tf.int32)]
    framework.init_from_checkpoint(path, {"old/": "new/"})

    def run(session: Any) -> Any:
        shutil.rmtree(folder)
        return session.run(variables)

    return run


@builder
def shapes(tf: Any) -> Any:
    framework = tf.contrib.framework
    known, unknown = tf.constant([[1.0, 2.0]]), tf.placeholder_with_default(np.ones((3, 2), np.float32), [None, 2])
    predictions, labels = framework.remove_squeezable_dimensions(tf.ones([3, 1]), tf.constant([1, 2, 3]))
    return (
        framework.with_shape([1, 2], known),
        framework.with_shape([3, 2], unknown),
        framework.with_same_shape(tf.zeros([3, 2]), unknown),
        framework.with_shape([], tf.constant([5.0])),
        framework.reduce_sum_n([known, unknown]),
        framework.assert_scalar_int(tf.constant(3)),
        predictions,
        labels,
    )


@builder
def python_function(tf: Any) -> Any:
    def work(x: Any, scale: Any) -> Any:
        return {"product": x * scale, "sum": np.sum(x)}

    types = {"product": tf.float32, "sum": tf.float32}
    given = (tf.constant([1.0, 2.0]),), {"scale": tf.constant(3.0)}
    return tf.contrib.framework.py_func(work, given[0], given[1], types, {"product": [2], "sum": []})


@builder
def conditions(tf: Any) -> Any:
    framework = tf.contrib.framework
    told = tf.placeholder_with_default(True, [])
    return (
        framework.smart_cond(True, lambda: tf.constant(1), lambda: tf.constant(2)),
        framework.smart_cond(told, lambda: tf.constant(3), lambda: tf.constant(4)),
        framework.smart_case([(False, lambda: tf.constant(5))], lambda: tf.constant(6)),
        framework.sort(tf.constant([3.0, 1.0, 2.0]), direction="DESCENDING"),
        framework.argsort(tf.constant([3.0, 1.0, 2.0])),
    )
