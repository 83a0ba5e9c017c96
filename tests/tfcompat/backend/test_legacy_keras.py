"""Keras 2 missing, of another version, or refused: one clear sentence each."""

import sys

import pytest
import tensorflow as tf

from tfcompat.backend import legacy_keras, start, versions
from tfcompat.facade import TF1Module


def without_keras(monkeypatch):
    """tf_keras made uninstallable, and a module object that has not looked for it yet."""
    for name in [each for each in sys.modules if each.partition(".")[0] == "tf_keras"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tf_keras", None)
    found = versions.installed
    monkeypatch.setattr(versions, "installed", lambda package: None if package == "tf_keras" else found(package))
    return TF1Module("", vars(tf)["_tfcompat_real"])


def test_missing(monkeypatch):
    module = without_keras(monkeypatch)
    sentence = (
        r"^tf.layers needs Keras 2, the package tf_keras .* it is not installed; run: pip install .*tf_keras==2\."
    )
    with pytest.raises(AttributeError, match=sentence):
        module.layers  # noqa: B018
    assert "layers" not in module.__all__ and "Session" in module.__all__
    assert not hasattr(module, "keras")


def test_other_minor_version(monkeypatch):
    found = {"tf_keras": "2.15.0", "tensorflow": "2.21.0"}
    monkeypatch.setattr(versions, "installed", found.get)
    sentence = legacy_keras.mismatch()
    assert sentence is not None and sentence.startswith("tf_keras 2.15.0 does not belong to TensorFlow 2.21.0")
    found["tf_keras"] = "2.21.3"
    assert legacy_keras.mismatch() is None


@pytest.mark.parametrize("value, said", [("0", True), ("1", False), ("true", False)])
def test_refused_by_the_user(monkeypatch, value, said):
    monkeypatch.setenv(legacy_keras.LEGACY_KERAS, value)
    monkeypatch.delitem(sys.modules, "keras.src", raising=False)
    assert (legacy_keras.remark() is not None) == said


@pytest.mark.parametrize(
    "version, text",
    [("1.15.5", "without tfcompat"), ("2.15.1", "2.16 to 2.21, and 2.15.1"), ("2.16.2", None), ("2.21.0", None)],
)
def test_versions_of_tensorflow(version, text):
    sentence = versions.unsupported(version)
    assert (sentence is None) if text is None else text in sentence
    assert versions.untested("2.99.0") and not versions.untested("2.21.1")


def test_starting_twice_is_starting_once():
    assert start.started()
    start.start()
    assert not tf.executing_eagerly()
