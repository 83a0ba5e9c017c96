"""A model directory that 1.15 wrote goes on here: the same metrics, the same losses from there, the same names."""

import shutil
from pathlib import Path

import pytest

import tfcompat.v1 as tf
from tests.support import model_dirs

FOLDER = Path(__file__).parents[3] / "golden" / "model_dir"


def test_it_goes_on_from_a_checkpoint_of_1_15(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "model")
    found, expected = model_dirs.go_on(tf, str(tmp_path / "model")), model_dirs.recorded(str(FOLDER))
    assert found["variables"] == expected["variables"]
    assert found["steps"] == expected["steps"] == model_dirs.BEFORE + model_dirs.AFTER
    assert found["losses"] == pytest.approx(expected["losses"], abs=1e-5)
    assert found["metrics"] == pytest.approx(expected["metrics"], abs=1e-5)


def test_a_directory_written_here_holds_what_1_15_left(tmp_path):
    model_dirs.start(tf, str(tmp_path))
    left = {each.name for each in tmp_path.iterdir()}
    assert {"checkpoint", "graph.pbtxt", "model.ckpt-7.index", "model.ckpt-7.meta", "model.ckpt-0.index"} <= left
    assert any(name.startswith("events.out.tfevents.") for name in left)
    ours, theirs = (dict(tf.train.list_variables(str(folder))) for folder in (tmp_path, FOLDER))
    assert ours == theirs
    for name in theirs:
        value = tf.train.load_variable(str(tmp_path), name)
        assert value == pytest.approx(tf.train.load_variable(str(FOLDER), name), abs=1e-5)
