"""The doctor's findings for environments as they are met, made of package versions."""

import importlib.metadata
import importlib.util

import pytest

from tfcompat.doctor import examine
from tfcompat.doctor.finding import OK, OPTIONAL, PROBLEM

GOOD = {"tensorflow": "2.20.0", "tf_keras": "2.20.1", "numpy": "2.0.2", "protobuf": "5.29.5", "keras": "3.13.2"}
NEEDS = ["numpy>=1.26.0", "protobuf (>=5.28.0)", "tensorboard~=2.20.0", "nvidia-x==1; extra == 'and-cuda'"]


@pytest.fixture
def look(monkeypatch):
    monkeypatch.delenv("TF_USE_LEGACY_KERAS", raising=False)
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: NEEDS)

    def look(**changes):
        there = {**GOOD, **changes}

        def version(name):
            if there.get(name) is None:
                raise importlib.metadata.PackageNotFoundError(name)
            return there[name]

        monkeypatch.setattr(importlib.metadata, "version", version)
        return {each.name: each for each in examine.examine()}

    return look


def test_kaggle(look):
    found = look()
    assert {each.status for each in found.values()} == {OK, OPTIONAL}
    assert found["tensorflow-estimator"].fix == "pip install --no-deps tensorflow-estimator==2.15.0"


@pytest.mark.parametrize(
    ("changes", "name", "fix"),
    [
        ({"tensorflow": None}, "tensorflow", 'pip install "tensorflow>=2.16,<2.22" tf_keras'),
        ({"tensorflow": "2.15.0", "tf_keras": "2.15.0"}, "tensorflow", 'pip install "tensorflow>=2.16,<2.22" tf_keras'),
        ({"tf_keras": None}, "tf_keras", 'pip install --no-deps "tf_keras==2.20.*"'),
        ({"tf_keras": "2.21.0"}, "tf_keras", 'pip install --no-deps "tf_keras==2.20.*"'),
        ({"protobuf": "4.25.3"}, "protobuf", 'pip install --no-deps "protobuf>=5.28.0"'),
        ({"numpy": None}, "numpy", 'pip install "numpy>=1.26.0"'),
    ],
)
def test_problems(look, changes, name, fix):
    found = look(**changes)
    assert (found[name].status, found[name].fix) == (PROBLEM, fix)
    assert [each.name for each in found.values() if each.status == PROBLEM] == [name]


@pytest.mark.parametrize(("spec", "status"), [(object(), OK), (None, OPTIONAL)])
def test_another_module_may_do_the_same(look, monkeypatch, spec, status):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)
    assert look(fissix=None)["fissix"].status == status


def test_without_packaging_the_rest_is_said(look, monkeypatch):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "packaging" else find(name))
    found = look()
    assert found["packaging"].status == PROBLEM and found["packaging"].fix == "pip install packaging"
    assert "numpy" not in found and found["keras"].status == OK


def test_legacy_keras_switched_off(look, monkeypatch):
    monkeypatch.setenv("TF_USE_LEGACY_KERAS", "0")
    assert look()["TF_USE_LEGACY_KERAS"].status == PROBLEM


@pytest.mark.parametrize(
    ("version", "status"),
    [("1.25.9", PROBLEM), ("1.26.0rc1", PROBLEM), ("1.26", OK), ("2.0.0rc1", OK), ("2.4.6", OK)],
)
def test_versions(look, version, status):
    assert look(numpy=version)["numpy"].status == status
