"""Every program for Keras 1 and 2 gives the numbers, names and printed lines that Keras 2.3.1 on 1.15 gave."""

import json
import pathlib

import numpy as np
import pytest

from tests.support.keras_builders import TOPICS
from tests.support.keras_builders.registry import play, roster
from tfcompat.keras import view

FOLDER = pathlib.Path(__file__).parents[2] / "golden" / "keras"
GOLDEN = {topic: json.loads((FOLDER / f"{topic}.json").read_text()) for topic in TOPICS}
CASES = [(topic, name) for topic in TOPICS for name in sorted(GOLDEN[topic])]


@pytest.mark.parametrize("topic", TOPICS)
def test_every_program_is_recorded(topic):
    assert sorted(GOLDEN[topic]) == sorted(roster(topic))


@pytest.mark.parametrize(("topic", "name"), CASES)
def test_program(topic, name):
    keras, tf = view.import_name("keras"), view.facade.tensorflow()
    played, recorded = play(keras, tf, roster(topic)[name]), GOLDEN[topic][name]
    _assert_same(played["answer"], recorded["answer"], f"{topic}.{name}")
    assert played["printed"] == recorded["printed"]


def _assert_same(ours, theirs, path):
    if isinstance(theirs, dict):
        assert list(ours) == list(theirs) or sorted(ours) == sorted(theirs), path
        for key in theirs:
            _assert_same(ours[key], theirs[key], f"{path}.{key}")
    elif isinstance(theirs, list):
        assert len(ours) == len(theirs), path
        for place, pair in enumerate(zip(ours, theirs, strict=True)):
            _assert_same(*pair, f"{path}[{place}]")
    elif isinstance(theirs, float):
        np.testing.assert_allclose(ours, theirs, rtol=2e-4, atol=2e-5, err_msg=path)
    else:
        assert ours == theirs, path
