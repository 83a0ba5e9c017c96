"""`Experiment`, `learn_runner`, monitors and `RunConfig` of `tf.contrib.learn`."""

import json

import numpy as np
import pytest

import tfcompat.v1 as tf
from tfcompat.facade import import_name

learn = tf.contrib.learn
ROWS = np.float32([[1.0, 2.0], [0.5, 0.0], [3.0, 1.0]])


def _input():
    return tf.constant(ROWS), tf.constant(ROWS.sum(1, keepdims=True))


def _model(features, labels, mode):
    predictions = tf.layers.dense(features, 1)
    if mode == learn.ModeKeys.INFER:
        return learn.ModelFnOps(mode, predictions)
    loss = tf.losses.mean_squared_error(labels, predictions)
    return predictions, loss, tf.train.GradientDescentOptimizer(0.05).minimize(loss, tf.train.get_global_step())


def _experiment(run_config, hparams, **options):
    estimator = learn.Estimator(_model, config=run_config)
    return learn.Experiment(estimator, _input, _input, train_steps=6, eval_steps=1, eval_delay_secs=0, **options)


def test_the_runner_trains_and_evaluates(tmp_path):
    config = learn.RunConfig(model_dir=str(tmp_path), tf_random_seed=2)
    metrics, exports = learn.learn_runner.run(_experiment, run_config=config)
    assert metrics["global_step"] == 6 and metrics["loss"] < 5 and exports == []


def test_the_runner_wants_the_configuration_that_it_gave(tmp_path):
    config = learn.RunConfig(model_dir=str(tmp_path))
    other = learn.RunConfig(model_dir=str(tmp_path / "other"))
    with pytest.raises(RuntimeError, match="expected to be used by the `Estimator`"):
        learn.learn_runner.run(lambda given, hparams: _experiment(other, hparams), run_config=config)
    with pytest.raises(ValueError, match="non-existent task sleep"):
        learn.learn_runner.run(_experiment, run_config=config, schedule="sleep")


def test_an_export_by_strategy(tmp_path):
    def serve():
        rows = tf.placeholder(tf.float32, [None, 2])
        return learn.InputFnOps({"x": rows}, None, {"x": rows})

    def model(features, labels, mode):
        return _model(features["x"] if isinstance(features, dict) else features, labels, mode)

    config = learn.RunConfig(model_dir=str(tmp_path))
    estimator = learn.Estimator(model, config=config).fit(input_fn=_input, steps=2)
    folder = learn.make_export_strategy(serve).export(estimator, str(tmp_path / "export"))
    predict = tf.contrib.predictor.from_saved_model(folder)
    (rows,) = predict({"x": ROWS}).values()
    np.testing.assert_allclose(rows, np.array(list(estimator.predict(ROWS))), rtol=1e-5)


def test_monitors_stop_and_capture(tmp_path):
    estimator = learn.Estimator(_model, model_dir=str(tmp_path))
    name = "mean_squared_error/value:0"
    capture = learn.monitors.CaptureVariable(name, every_n=1)
    estimator.fit(input_fn=_input, monitors=[capture, learn.monitors.StopAtStep(num_steps=4)])
    assert sorted(capture.values) == [1, 2, 3, 4]
    assert capture.values[4] < capture.values[1]


def test_early_stopping_by_validation(tmp_path):
    config = learn.RunConfig(model_dir=str(tmp_path), save_checkpoints_steps=1)
    worse = {"rises": learn.MetricSpec(lambda predictions, labels: tf.cast(tf.train.get_global_step(), tf.float32))}
    watch = learn.monitors.ValidationMonitor(
        input_fn=_input, eval_steps=1, every_n_steps=1, metrics=worse, early_stopping_rounds=2,
        early_stopping_metric="rises", check_interval_secs=None,
    )  # fmt: skip
    learn.Estimator(_model, config=config).fit(input_fn=_input, steps=30, monitors=[watch])
    assert watch.early_stopped and watch.best_step <= 3


def test_the_configuration_reads_the_cluster(monkeypatch):
    config = {"cluster": {"ps": ["a:1", "a:2"], "worker": ["b:1", "b:2", "b:3"]}}
    monkeypatch.setenv("TF_CONFIG", json.dumps({**config, "task": {"type": "worker", "index": 1}}))
    found = learn.RunConfig()
    assert (found.master, found.num_ps_replicas, found.num_worker_replicas) == ("grpc://b:2", 2, 3)
    assert found.task_id == 1 and not found.is_chief and found.save_checkpoints_secs == 600
    monkeypatch.setenv("TF_CONFIG", json.dumps({**config, "task": {"type": "worker", "index": 7}}))
    with pytest.raises(ValueError, match="7 is not a valid task_id"):
        learn.RunConfig()


def test_asking_before_training(tmp_path):
    with pytest.raises(learn.NotFittedError, match="Couldn't find trained model at"):
        learn.Estimator(_model, model_dir=str(tmp_path)).evaluate(input_fn=_input, steps=1)


def test_metrics_find_their_arguments():
    spec = learn.MetricSpec(lambda targets, prediction, weight=None: (targets, prediction, weight), "p", "l", "w")
    assert spec.create_metric_ops({"w": 3}, {"l": 2}, {"p": 1}) == (2, 1, 3)
    with pytest.raises(ValueError, match="Ambiguous arguments"):
        learn.MetricSpec(lambda labels, targets, predictions: None)


@pytest.mark.parametrize("path", ["learn", "learn.io", "learn.monitors", "learn.preprocessing", "learn.utils"])
def test_every_name_loads(path):
    module = import_name(f"tensorflow.contrib.{path}")
    for name in (each for each in dir(module) if not each.startswith("_")):
        assert getattr(module, name) is not None


def test_deep_paths():
    assert import_name("tensorflow.contrib.learn.python.learn.estimators.run_config").RunConfig is learn.RunConfig
    assert import_name("tensorflow.contrib.learn.python.learn.preprocessing.text").VocabularyProcessor
    assert import_name("tensorflow.contrib.learn.python.learn.estimators.model_fn").ModeKeys is learn.ModeKeys
    assert import_name("tensorflow.contrib.learn.python.learn.metric_spec").MetricSpec is learn.MetricSpec


def test_what_is_not_served_says_why():
    with pytest.raises(AttributeError, match=r"sklearn\.svm\.LinearSVC"):
        _ = learn.SVM
