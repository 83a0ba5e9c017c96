"""How `tf.estimator` is reached, and what is said where it cannot be."""

import importlib

import pytest

import tfcompat.v1 as tf
from tfcompat.backend import estimator
from tfcompat.facade import import_name


@pytest.mark.parametrize(
    "path", ["estimator", "estimator.experimental", "estimator.export", "estimator.inputs", "estimator.tpu"]
)
def test_every_name_loads(path):
    module = import_name(f"tensorflow.{path}")
    assert module.__all__
    for name in (each for each in dir(module) if not each.startswith("_")):
        assert getattr(module, name) is not None


def test_the_canned_estimators_are_those_of_version_1():
    assert tf.estimator.DNNClassifier.__module__ == "tensorflow_estimator.python.estimator.canned.dnn"
    assert tf.estimator.DNNClassifier is not estimator.load("_api.v2.estimator").DNNClassifier
    assert tf.estimator.Estimator is estimator.load("python.estimator.estimator").Estimator


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("tensorflow.python.estimator.estimator", "Estimator"),
        ("tensorflow.python.estimator.canned.head", "_Head"),
        ("tensorflow.python.estimator.inputs.numpy_io", "numpy_input_fn"),
        ("tensorflow.python.estimator.run_config", "RunConfig"),
        ("tensorflow.python.estimator.export.export", "ServingInputReceiver"),
    ],
)
def test_deep_imports(module, name):
    assert getattr(import_name(module), name) is not None


def test_boosted_trees_say_where_they_went():
    with pytest.raises(AttributeError, match="tensorflow_decision_forests"):
        _ = tf.estimator.BoostedTreesClassifier


def test_a_missing_package_is_one_sentence_with_the_command(monkeypatch):
    monkeypatch.setattr(estimator, "PACKAGE", "tensorflow_estimator_that_is_not_installed")
    with pytest.raises(ModuleNotFoundError, match="pip install --no-deps tensorflow-estimator==2.15.0"):
        estimator.load()


def test_settings_of_tables_on_a_tpu_are_checked():
    made = tf.tpu.experimental.AdamParameters(0.1, beta1=0.5)
    assert (made.learning_rate, made.beta1, made.epsilon) == (0.1, 0.5, 1e-08)
    with pytest.raises(ValueError, match="beta2 must be at least 0 and below 1, got 1.5"):
        tf.tpu.experimental.AdamParameters(0.1, beta2=1.5)
    with pytest.raises(ValueError, match="initial_accumulator must be positive, got 0"):
        tf.tpu.experimental.AdagradParameters(0.1, 0)


def test_a_cluster_under_a_strategy_is_refused(monkeypatch):
    cluster = '{"cluster": {"chief": ["a:1"], "worker": ["b:1"]}, "task": {"type": "chief", "index": 0}}'
    monkeypatch.setenv("TF_CONFIG", cluster)
    strategy = tf.distribute.OneDeviceStrategy("/cpu:0")
    with pytest.raises(NotImplementedError, match="runs on the devices of this machine only, but TF_CONFIG names"):
        tf.estimator.RunConfig(train_distribute=strategy)


def test_the_stand_ins_are_in_place():
    estimator.load()
    for name in ("distribute.estimator_training", "tpu.session_support", "tpu.tpu_embedding"):
        assert importlib.import_module(f"tensorflow.python.{name}") is not None
