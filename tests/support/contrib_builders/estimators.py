"""`tf.estimator`: losses of twenty steps, variables, metrics and predictions. Rows 30, classes 3, batch 6."""

import tempfile
from typing import Any, Dict, List

import numpy as np

from tests.support.contrib_builders.registry import builder

_DRAW = np.random.RandomState(3)
_FEATURES = {
    "a": _DRAW.rand(30, 1).astype(np.float32),
    "b": _DRAW.randint(0, 5, (30, 1)),
    "v": _DRAW.rand(30, 3).astype(np.float32),
}
_LABELS = _DRAW.randint(0, 3, 30)


def _columns(tf: Any) -> Any:
    column = tf.feature_column
    a, v = column.numeric_column("a"), column.numeric_column("v", shape=(3,))
    b = column.categorical_column_with_identity("b", 5)
    bucket = column.bucketized_column(a, [0.3, 0.6])
    wide = [b, column.crossed_column([bucket, b], 7), bucket]
    deep = [a, v, column.embedding_column(b, 2), column.indicator_column(bucket)]
    return wide, deep


def _config(tf: Any) -> Any:
    return tf.estimator.RunConfig(tf_random_seed=11, model_dir=tempfile.mkdtemp())


def losses_hook(tf: Any, losses: List[Any]) -> Any:
    class Keep(tf.train.SessionRunHook):
        def before_run(self, run_context: Any) -> Any:
            return tf.train.SessionRunArgs(tf.get_collection(tf.GraphKeys.LOSSES)[-1])

        def after_run(self, run_context: Any, run_values: Any) -> None:
            losses.append(run_values.results)

    return Keep()


def _input(tf: Any, labels: Any, num_epochs: Any) -> Any:
    make = tf.estimator.inputs.numpy_input_fn
    return make(_FEATURES, labels, batch_size=6, num_epochs=num_epochs, shuffle=False)


def lived(tf: Any, estimator: Any, labels: Any = _LABELS, key: str = "logits") -> List[Any]:
    """What an estimator leaves: losses, variables by name, metrics by name, one prediction a row."""
    losses: List[Any] = []
    estimator.train(_input(tf, labels, None), hooks=[losses_hook(tf, losses)], steps=20)
    metrics = estimator.evaluate(_input(tf, labels, 1))
    names = sorted(estimator.get_variable_names())
    predictions = [each[key] for each in estimator.predict(_input(tf, None, 1))]
    values = [np.asarray(losses), *(estimator.get_variable_value(name) for name in names)]
    values += [np.asarray(metrics[name], np.float64) for name in sorted(metrics)]
    values += [np.asarray(predictions), np.asarray(names, object), np.asarray(sorted(metrics), object)]
    return [tf.constant(each if each.dtype != object else each.tolist()) for each in map(np.asarray, values)]


@builder
def dnn_classifier(tf: Any) -> Any:
    return lived(tf, tf.estimator.DNNClassifier([4, 3], _columns(tf)[1], n_classes=3, config=_config(tf), dropout=0.2))


@builder
def dnn_with_batch_norm(tf: Any) -> Any:
    make = tf.estimator.DNNClassifier
    optimizer = tf.train.AdamOptimizer(0.02)
    return lived(tf, make([4], _columns(tf)[1], n_classes=3, config=_config(tf), batch_norm=True, optimizer=optimizer))


@builder
def dnn_regressor(tf: Any) -> Any:
    estimator = tf.estimator.DNNRegressor([4, 3], _columns(tf)[1], config=_config(tf), optimizer="SGD")
    return lived(tf, estimator, _LABELS.astype(np.float32) / 10, key="predictions")


@builder
def linear_classifier(tf: Any) -> Any:
    return lived(tf, tf.estimator.LinearClassifier(_columns(tf)[0], n_classes=3, config=_config(tf)))


@builder
def linear_regressor(tf: Any) -> Any:
    estimator = tf.estimator.LinearRegressor(_columns(tf)[0], config=_config(tf))
    return lived(tf, estimator, _LABELS.astype(np.float32), key="predictions")


@builder
def dnn_linear_combined(tf: Any) -> Any:
    wide, deep = _columns(tf)
    make = tf.estimator.DNNLinearCombinedClassifier
    return lived(
        tf,
        make(
            _config(tf).model_dir,
            wide,
            "Ftrl",
            deep,
            "Adagrad",
            [4, 3],
            n_classes=3,
            config=_config(tf).replace(model_dir=None),
        ),
    )


@builder
def baseline_classifier(tf: Any) -> Any:
    return lived(tf, tf.estimator.BaselineClassifier(n_classes=3, config=_config(tf)))


def _model(features: Dict[str, Any], labels: Any, mode: str, params: Dict[str, Any]) -> Any:
    tf = params["tf"]
    hidden = tf.layers.dense(features["v"], params["units"], tf.nn.relu, name="hidden")
    hidden = tf.layers.dropout(hidden, 0.3, training=mode == tf.estimator.ModeKeys.TRAIN)
    logits = tf.layers.dense(hidden, 3, name="logits")
    if mode == tf.estimator.ModeKeys.PREDICT:
        return tf.estimator.EstimatorSpec(mode, predictions={"logits": logits})
    loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    metrics = {"accuracy": tf.metrics.accuracy(labels, tf.argmax(logits, 1))}
    step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_global_step())
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=step, eval_metric_ops=metrics)


@builder
def model_function(tf: Any) -> Any:
    params = {"tf": tf, "units": 4}
    return lived(tf, tf.estimator.Estimator(_model, config=_config(tf), params=params))


@builder
def warm_start(tf: Any) -> Any:
    params = {"tf": tf, "units": 4}
    first = tf.estimator.Estimator(_model, config=_config(tf), params=params)
    first.train(_input(tf, _LABELS, None), steps=3)
    settings = tf.estimator.WarmStartSettings(first.model_dir, vars_to_warm_start="hidden")
    return lived(tf, tf.estimator.Estimator(_model, config=_config(tf), params=params, warm_start_from=settings))


@builder
def train_and_evaluate(tf: Any) -> Any:
    params, losses = {"tf": tf, "units": 5}, []  # type: Any
    estimator = tf.estimator.Estimator(_model, config=_config(tf), params=params)
    train = tf.estimator.TrainSpec(_input(tf, _LABELS, None), 20, [losses_hook(tf, losses)])
    metrics, _ = tf.estimator.train_and_evaluate(estimator, train, tf.estimator.EvalSpec(_input(tf, _LABELS, 1), 3))
    values = [np.float64(metrics[name]) for name in sorted(metrics)]
    return tf.constant(np.asarray(losses)), tf.constant(np.asarray(values)), tf.constant(sorted(metrics))
