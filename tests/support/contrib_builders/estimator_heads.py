"""`tf.contrib.estimator`'s heads for several labels and several problems. Rows 18, width 4, classes 3."""

import itertools
import tempfile
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder

_DRAW = np.random.RandomState(5)
_ROWS = _DRAW.rand(18, 4).astype(np.float32)
_WEIGHTS = _DRAW.rand(18, 1).astype(np.float32)
_LABELS = (_DRAW.rand(18, 3) < 0.4).astype(np.int64)


def _left(tf: Any, head: Any, labels: Any, optimizer: bool = True) -> Any:
    """Losses, variables, metrics and predictions of an estimator with a head, and the names of all."""

    def model(features: Any, labels: Any, mode: str) -> Any:
        hidden = tf.layers.dense(features["rows"], 5, tf.nn.tanh)
        logits = tf.layers.dense(hidden, head.logits_dimension)
        adam = tf.train.AdamOptimizer(0.1)
        if optimizer:
            return head.create_estimator_spec(features, mode, logits, labels, optimizer=adam)

        def train(loss: Any) -> Any:
            return adam.minimize(loss, tf.train.get_global_step())

        return head.create_estimator_spec(features, mode, logits, labels, train_op_fn=train)

    def data() -> Any:
        return {"rows": tf.constant(_ROWS), "weight": tf.constant(_WEIGHTS)}, labels()

    config = tf.estimator.RunConfig(tf_random_seed=11, model_dir=tempfile.mkdtemp())
    estimator = tf.estimator.Estimator(model, config=config)
    estimator.train(data, steps=20)
    metrics = estimator.evaluate(data, steps=1)
    row = next(iter(estimator.predict(data)))
    names = sorted(estimator.get_variable_names())
    values = [estimator.get_variable_value(each) for each in names]
    values += [np.float64(metrics[each]) for each in sorted(metrics)] + [row[key] for key in sorted(row)]
    names += sorted(metrics) + [str(key) for key in sorted(row)]
    return [*(tf.constant(np.asarray(each)) for each in values), tf.constant(names)]


@builder
def several_labels(tf: Any) -> Any:
    head = tf.contrib.estimator.multi_label_head(
        3, weight_column="weight", thresholds=[0.4, 0.7], classes_for_class_based_metrics=[0, 2], name="tags"
    )
    return _left(tf, head, lambda: tf.constant(_LABELS))


@builder
def labels_that_are_words(tf: Any) -> Any:
    places = np.argwhere(_LABELS)
    words = np.array(["a", "b", "c"])[places[:, 1]]
    head = tf.contrib.estimator.multi_label_head(
        3,
        label_vocabulary=["a", "b", "c"],
        loss_reduction=tf.losses.Reduction.SUM,
        classes_for_class_based_metrics=["b"],
    )
    return _left(tf, head, lambda: tf.SparseTensor(places, words, [18, 3]), optimizer=False)


@builder
def sparse_ids_by_a_loss_of_ones_own(tf: Any) -> Any:
    places = np.argwhere(_LABELS)

    def loss(labels: Any, logits: Any) -> Any:
        return tf.reduce_mean(tf.abs(tf.to_float(labels) - tf.sigmoid(logits)), axis=-1, keepdims=True)

    head = tf.contrib.estimator.multi_label_head(3, loss_fn=loss)
    return _left(tf, head, lambda: tf.SparseTensor(places, places[:, 1], [18, 3]))


@builder
def several_problems(tf: Any) -> Any:
    make = tf.contrib.estimator
    heads = [make.multi_label_head(3, name="tags"), make.regression_head(weight_column="weight", name="sum")]
    head = make.multi_head(heads, head_weights=[0.5, 2.0])
    return _left(tf, head, lambda: {"tags": tf.constant(_LABELS), "sum": tf.constant(_ROWS.sum(1, keepdims=True))})


@builder
def loss_and_outputs_of_several_problems(tf: Any) -> Any:
    make = tf.contrib.estimator
    head = make.multi_head([make.binary_classification_head(name="yes"), make.multi_class_head(3, name="kind")])
    logits = {"yes": tf.constant(_ROWS[:, :1]), "kind": tf.constant(_ROWS[:, 1:])}
    labels = {"yes": tf.constant(_LABELS[:, :1]), "kind": tf.constant(_LABELS.argmax(1)[:, None])}
    spec = head.create_loss({}, tf.estimator.ModeKeys.EVAL, logits, labels)
    served = head.create_estimator_spec({}, tf.estimator.ModeKeys.PREDICT, logits).export_outputs
    names = ["%s %s" % (key, type(served[key]).__name__) for key in sorted(served)]
    losses = [spec.unreduced_loss[key] for key in sorted(spec.unreduced_loss)]
    return [spec.training_loss, *losses, tf.constant(names + [head.name, str(head.logits_dimension)])]


def _replicated(tf: Any, reduction: str, sparse: bool) -> Any:
    make = tf.contrib.estimator

    def model(features: Any, labels: Any, mode: str, params: Any) -> Any:
        logits = tf.layers.dense(features["rows"], params["classes"], name="scores")
        if sparse:
            table = tf.get_variable("table", [7, params["classes"]])
            logits += tf.nn.embedding_lookup(table, features["words"])
        likely = {"likely": tf.nn.softmax(logits)}
        served = {"a": tf.estimator.export.PredictOutput(likely)}
        if mode == tf.estimator.ModeKeys.PREDICT:
            return tf.estimator.EstimatorSpec(mode, predictions=likely, export_outputs=served)
        loss = tf.losses.softmax_cross_entropy(labels, logits, reduction=reduction)
        metrics = {"loss_of_rows": tf.metrics.mean(tf.nn.softmax_cross_entropy_with_logits_v2(labels, logits))}
        step = make.TowerOptimizer(lambda: tf.train.MomentumOptimizer(0.1, 0.9))
        train = step.minimize(loss, tf.train.get_global_step())
        return tf.estimator.EstimatorSpec(mode, likely, loss, train, metrics)

    def data() -> Any:
        words = tf.constant(np.arange(18) % 7)
        return {"rows": tf.constant(_ROWS), "words": words}, tf.constant(np.eye(3)[_LABELS.argmax(1)].tolist())

    config = tf.estimator.RunConfig(tf_random_seed=11, model_dir=tempfile.mkdtemp())
    replicated = make.replicate_model_fn(model, reduction, devices=["/cpu:0", "/cpu:0", "/cpu:0"])
    estimator = tf.estimator.Estimator(replicated, config=config, params={"classes": 3})
    estimator.train(data, steps=20)
    metrics = estimator.evaluate(data, steps=1)
    rows = [row["likely"] for row in itertools.islice(estimator.predict(data), 18)]
    names = sorted(estimator.get_variable_names())
    values = [estimator.get_variable_value(each) for each in names]
    values += [np.float64(metrics[each]) for each in sorted(metrics)] + [np.array(rows)]
    return [*(tf.constant(np.asarray(each)) for each in values), tf.constant(names + sorted(metrics))]


@builder
def towers_of_means(tf: Any) -> Any:
    return _replicated(tf, tf.losses.Reduction.MEAN, sparse=True)


@builder
def towers_of_sums(tf: Any) -> Any:
    return _replicated(tf, tf.losses.Reduction.SUM, sparse=False)
