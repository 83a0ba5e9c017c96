"""`tf.contrib.learn`: its `Estimator` over arrays, monitors and metric specifications. Rows 21, classes 3, batch 5."""

from typing import Any, Dict

import numpy as np

from tests.support.contrib_builders.registry import builder

_DRAW = np.random.RandomState(1)
_ROWS, _LABELS = _DRAW.rand(21, 2).astype(np.float32), _DRAW.randint(0, 3, 21)


def _model(tf: Any) -> Any:
    learn = tf.contrib.learn

    def make(features: Any, labels: Any, mode: str, params: Dict[str, Any]) -> Any:
        training = mode == learn.ModeKeys.TRAIN
        hidden = tf.layers.dense(features, params["units"], tf.nn.relu)
        logits = tf.layers.dense(tf.layers.dropout(hidden, 0.3, training=training), 3)
        predictions = {"probabilities": tf.nn.softmax(logits), "classes": tf.argmax(logits, 1)}
        if mode == learn.ModeKeys.INFER:
            return learn.ModelFnOps(mode, predictions)
        loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
        step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
        return learn.ModelFnOps(mode, predictions, loss, step)

    return make


@builder
def estimator_over_arrays(tf: Any) -> Any:
    learn, losses = tf.contrib.learn, []  # type: Any
    name = "sparse_softmax_cross_entropy_loss/value:0"

    class Keep(learn.monitors.EveryN):
        def every_n_step_begin(self, step: int) -> Any:
            return [name]

        def every_n_step_end(self, step: int, outputs: Any) -> None:
            losses.append(outputs[name])

    estimator = learn.Estimator(_model(tf), params={"units": 4}, config=learn.RunConfig(tf_random_seed=4))
    learn.SKCompat(estimator).fit(_ROWS, _LABELS, batch_size=5, steps=20, monitors=[Keep(every_n_steps=1)])
    accuracy = learn.MetricSpec(tf.contrib.metrics.streaming_accuracy, prediction_key="classes")
    found = learn.SKCompat(estimator).score(_ROWS, _LABELS, batch_size=7, metrics={"accuracy": accuracy})
    predicted = learn.SKCompat(estimator).predict(_ROWS[:4], batch_size=3)
    one_by_one = [each["classes"] for each in estimator.predict(_ROWS[:4], batch_size=3)]
    names = sorted(estimator.get_variable_names())
    values = [losses, predicted["probabilities"], one_by_one, *(estimator.get_variable_value(each) for each in names)]
    values += [np.float64(found[each]) for each in sorted(found)]
    return [*(tf.constant(np.asarray(each)) for each in values), tf.constant(names), tf.constant(sorted(found))]


@builder
def vocabulary_of_texts(tf: Any) -> Any:
    texts = ["Der Hund und die Katze", "die Katze, die Maus", "state-of-the-art RNNs: isn't HTTPServer one?"]
    processor = tf.contrib.learn.preprocessing.VocabularyProcessor(7, min_frequency=0)
    rows = np.array(list(processor.fit_transform(texts)))
    often = tf.contrib.learn.preprocessing.VocabularyProcessor(4, min_frequency=1).fit(texts)
    back = list(processor.reverse(rows))
    raw = list(tf.contrib.learn.preprocessing.ByteProcessor(6).transform(["añb", b"xyz"]))
    trimmed = np.array(list(often.transform(texts)))
    return tf.constant(rows), tf.constant(trimmed), tf.constant(back), tf.constant(np.array(raw))


def _lived(tf: Any, estimator: Any, labels: Any, key: str) -> Any:
    """What twenty steps over arrays leave: variables, metrics, predictions."""
    learn = tf.contrib.learn
    learn.SKCompat(estimator).fit(_ROWS, labels, batch_size=5, steps=20)
    found = learn.SKCompat(estimator).score(_ROWS, labels, batch_size=7)
    predicted = learn.SKCompat(estimator).predict(_ROWS[:4], outputs=[key])[key]
    names = sorted(estimator.get_variable_names())
    values = [predicted, *(estimator.get_variable_value(each) for each in names)]
    values += [np.float64(found[each]) for each in sorted(found)]
    return [*(tf.constant(np.asarray(each)) for each in values), tf.constant(names), tf.constant(sorted(found))]


def _options(tf: Any) -> Any:
    columns = [tf.contrib.layers.real_valued_column("", dimension=2)]
    return columns, tf.contrib.learn.RunConfig(tf_random_seed=6)


@builder
def dnn_classifier(tf: Any) -> Any:
    columns, config = _options(tf)
    make = tf.contrib.learn.DNNClassifier
    return _lived(tf, make([4, 3], columns, n_classes=3, config=config, dropout=0.2), _LABELS, "probabilities")


@builder
def dnn_regressor(tf: Any) -> Any:
    columns, config = _options(tf)
    labels = _LABELS.astype(np.float32) / 4
    return _lived(tf, tf.contrib.learn.DNNRegressor([4, 3], columns, config=config), labels, "scores")


@builder
def linear_classifier(tf: Any) -> Any:
    columns, config = _options(tf)
    return _lived(tf, tf.contrib.learn.LinearClassifier(columns, n_classes=3, config=config), _LABELS, "probabilities")


@builder
def linear_regressor(tf: Any) -> Any:
    columns, config = _options(tf)
    optimizer = tf.train.GradientDescentOptimizer(0.1)
    estimator = tf.contrib.learn.LinearRegressor(columns, optimizer=optimizer, config=config)
    return _lived(tf, estimator, _LABELS.astype(np.float32), "scores")


@builder
def dnn_linear_combined(tf: Any) -> Any:
    columns, config = _options(tf)
    estimator = tf.contrib.learn.DNNLinearCombinedClassifier(
        n_classes=3,
        linear_feature_columns=columns,
        dnn_feature_columns=columns,
        dnn_hidden_units=[4],
        config=config,
        fix_global_step_increment_bug=True,
    )
    return _lived(tf, estimator, _LABELS, "probabilities")
