"""`tf.contrib.learn`'s models, ops and heads for several problems at once. Batch 5, steps 4, width 3, classes 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder

_DRAW = np.random.RandomState(7)
_ROWS = _DRAW.rand(5, 3).astype(np.float32)
_STEPS = _DRAW.rand(5, 4, 3).astype(np.float32)
_CLASSES = np.eye(3, dtype=np.float32)[[2, 0, 1, 1, 2]]
_MANY, _YES = _DRAW.rand(21, 2).astype(np.float32), _DRAW.randint(0, 2, 21)


def _trained(tf: Any, *models: Any) -> Any:
    loss = tf.add_n([loss for _, loss in models])
    step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    return trained(step, [loss] + [predictions for predictions, _ in models])


@builder
def regressions(tf: Any) -> Any:
    models, rows, classes = tf.contrib.learn.models, tf.constant(_ROWS), tf.constant(_CLASSES)
    numbers = tf.constant(_ROWS.sum(1))
    with tf.variable_scope("drawn"):
        drawn = models.linear_regression(rows, classes, init_mean=0.1, init_stddev=0.3)
    with tf.variable_scope("zero"):
        zero = models.logistic_regression_zero_init(rows, classes)
    with tf.variable_scope("zero"):
        straight = models.linear_regression_zero_init(rows, numbers)
    tf.constant([0.5, 1.0, 2.0], name="class_weight")
    return _trained(tf, drawn, zero, straight, models.logistic_regression(rows, classes))


@builder
def recurrent_models(tf: Any) -> Any:
    models = tf.contrib.learn.models

    def model(name: str, kind: str, both: bool, lengths: Any, look_back: Any) -> Any:
        with tf.variable_scope(name):
            make = models.get_rnn_model(
                4, kind, 2, lambda x: tf.unstack(x, axis=1), both, models.logistic_regression, lengths, None, *look_back
            )
            return make(tf.constant(_STEPS), tf.constant(_CLASSES))

    return _trained(
        tf,
        model("plain", "rnn", False, [4, 2, 1, 3, 4], (None, None, None)),
        model("both", "gru", True, None, (None, None, None)),
        model("back", "lstm", True, None, (2, 3, 5)),
    )


@builder
def sequence_to_sequence(tf: Any) -> Any:
    ops = tf.contrib.learn.ops
    words = tf.constant([[1, 2, 0, 4], [3, 3, 1, 0], [0, 4, 2, 2], [1, 0, 0, 3], [2, 2, 4, 1]])
    x = ops.categorical_variable(words, 5, 3, "words")
    inputs, fed, wanted = ops.seq2seq_inputs(x, tf.constant(_STEPS), 4, 4)
    cell = tf.nn.rnn_cell.BasicRNNCell(3)
    outputs, _, sampled, states = ops.rnn_seq2seq(inputs, fed, cell, tf.nn.rnn_cell.GRUCell(3))
    model = ops.sequence_classifier(outputs, [tf.nn.softmax(each) for each in wanted], sampled)
    plain = ops.sequence_classifier(outputs, [tf.nn.softmax(each) for each in wanted], name="plain")
    return _trained(tf, model, plain, (tf.stack(states), tf.reduce_sum(states[-1])))


def _several(tf: Any) -> Any:
    learn = tf.contrib.learn

    def penalty() -> Any:
        return [0.01 * tf.nn.l2_loss(each) for each in tf.trainable_variables()]

    heads = [
        learn.multi_class_head(2, label_name="yes", head_name="yes"),
        learn.head.regression_head(label_name="sum", label_dimension=1, head_name="sum"),
        learn.head.loss_only_head(penalty, head_name="penalty"),
    ]
    return learn.multi_head(heads, [1.0, 0.5, 2.0])


@builder
def several_heads(tf: Any) -> Any:
    learn = tf.contrib.learn

    def model(features: Any, labels: Any, mode: str) -> Any:
        head = _several(tf)
        hidden = tf.layers.dense(features["rows"], 4, tf.nn.relu)
        logits = tf.layers.dense(hidden, head.logits_dimension)

        def train(loss: Any) -> Any:
            return tf.train.AdamOptimizer(0.1).minimize(loss, tf.train.get_global_step())

        return head.create_model_fn_ops(features, mode, labels, train, logits=logits)

    def data() -> Any:
        return {"rows": tf.constant(_MANY)}, {"yes": tf.constant(_YES), "sum": tf.constant(_MANY.sum(1))}

    estimator = learn.Estimator(model, config=learn.RunConfig(tf_random_seed=4))
    return _left(tf, estimator, data)


@builder
def heads_over_a_layer(tf: Any) -> Any:
    head = _several(tf)
    features = {"rows": tf.constant(_ROWS)}
    labels = {"yes": tf.constant([1, 0, 1, 1, 0]), "sum": tf.constant(_ROWS.sum(1))}
    with tf.variable_scope("layer"):
        ops = head.create_model_fn_ops(features, "eval", labels, logits_input=features["rows"])
    with tf.variable_scope("dict"):
        logits = {"yes": tf.layers.dense(features["rows"], 1), "sum": tf.layers.dense(features["rows"], 1)}
        asked = head.create_model_fn_ops(features, "infer", logits=logits)
    found = [ops.predictions[key] for key in sorted(ops.predictions)]
    found += [asked.predictions[key] for key in sorted(asked.predictions)]
    updates = [ops.eval_metric_ops[key][1] for key in sorted(ops.eval_metric_ops)]
    names = sorted(ops.eval_metric_ops) + sorted(asked.output_alternatives)
    return found + updates + [ops.loss, tf.constant(names)]


@builder
def logistic_regressor(tf: Any) -> Any:
    learn = tf.contrib.learn

    def model(features: Any, labels: Any, mode: str) -> Any:
        likely = tf.sigmoid(tf.squeeze(tf.layers.dense(features["rows"], 1), 1))
        if mode == learn.ModeKeys.INFER:
            return likely, None, None
        loss = tf.losses.log_loss(labels, likely)
        return likely, loss, tf.train.AdamOptimizer(0.2).minimize(loss, tf.train.get_global_step())

    def data() -> Any:
        return {"rows": tf.constant(_MANY)}, tf.constant(_YES)

    estimator = learn.LogisticRegressor(model, thresholds=[0.3, 0.6], config=learn.RunConfig(tf_random_seed=4))
    assert isinstance(estimator, (learn.Trainable, learn.Evaluable))
    return _left(tf, estimator, data)


def _left(tf: Any, estimator: Any, data: Any) -> Any:
    """Variables and metrics after twenty steps over all rows."""
    estimator.fit(input_fn=data, steps=20)
    metrics = estimator.evaluate(input_fn=data, steps=1)
    names = sorted(estimator.get_variable_names())
    values = [estimator.get_variable_value(each) for each in names]
    values += [np.float64(metrics[each]) for each in sorted(metrics)]
    return [*(tf.constant(np.asarray(each)) for each in values), tf.constant(names), tf.constant(sorted(metrics))]
