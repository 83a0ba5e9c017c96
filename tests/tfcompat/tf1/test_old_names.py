"""Old spellings build the ops, the variables and the numbers that TensorFlow 1.15 gives for its own spelling."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

import tfcompat.v1 as tf

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
sys.path.insert(0, str(GOLDEN))
from legacy_seq2seq_cases import CASES as SEQ2SEQ  # noqa: E402
from old_name_cases import CASES  # noqa: E402
from record_old_names import TARGET, played  # noqa: E402

sys.path.remove(str(GOLDEN))
RECORDED = json.loads(Path(TARGET).read_text())


def check(name, build):
    got, wanted = played(tf, build), RECORDED[name]
    assert got["ops"] == wanted["ops"]
    assert got["variables"] == wanted["variables"]
    assert len(got["values"]) == len(wanted["values"])
    for mine, theirs in zip(got["values"], wanted["values"], strict=True):
        if isinstance(theirs, str):
            assert mine == theirs
        else:
            np.testing.assert_allclose(mine, theirs, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("name", CASES)
def test_old_spelling(name):
    check(name, CASES[name][1])


@pytest.mark.parametrize("name", CASES)
def test_modern_spelling_is_left_alone(name):
    check(name, CASES[name][0])


@pytest.mark.parametrize("name", SEQ2SEQ)
def test_legacy_seq2seq(name):
    check(f"seq2seq.{name}", lambda tf: SEQ2SEQ[name](tf, tf.nn.seq2seq))


def test_every_recorded_case_is_tested():
    assert set(RECORDED) == {*CASES, *(f"seq2seq.{name}" for name in SEQ2SEQ)}
