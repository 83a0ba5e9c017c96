"""What TensorFlow makes of the fast encoder, counted, so that a new release cannot undo it unseen."""

import json

import pytest

from tests.support.interpreter import ROOT, last_line, python

pytestmark = pytest.mark.slow
SCRIPT = ROOT / "tests/bert_tf/fast/fused.py"


def counted(**variables):
    return json.loads(last_line(python(SCRIPT, **variables)))


def test_with_onednn_which_is_asked_for_by_itself():
    found = counted()
    assert found["difference"] < 5e-5
    assert found["_MklLayerNorm"] == 7
    assert found["_MklNativeFusedMatMul+BiasAdd"] == 3
    assert found["_MklNativeFusedMatMul+BiasAdd+GeluExact"] == 3
    assert found["_MklNativeFusedMatMul+BiasAdd+Add"] == 6
    assert found["_MklFusedBatchMatMulV2+Mul+Add"] == 3


def test_steps_and_forms_with_onednn():
    files = [ROOT / "tests/bert_tf/fast" / name for name in ("test_steps.py", "test_frozen.py")]
    done = python("-m", "pytest", "-q", *files, cwd=ROOT, TF_ENABLE_ONEDNN_OPTS="1")
    assert last_line(done).startswith("84 passed")


def test_without():
    found = counted(TF_ENABLE_ONEDNN_OPTS="0")
    assert found["difference"] < 5e-5
    assert found["_FusedMatMul+BiasAdd"] == 13
    assert not any("Mkl" in name for name in found)
