"""`tfcompat doctor` prints what it found, as text or JSON, without importing TensorFlow."""

import json
import subprocess
import sys

import pytest

from tests.support.interpreter import ROOT, python


@pytest.mark.slow
def test_report_and_exit_code():
    code = "import sys; from tfcompat.cli.main import main\n"
    code += "try: main(['doctor'])\nfinally: print('tensorflow' in sys.modules)"
    done = python("-c", code)
    assert done.returncode == 0 and "runs TensorFlow 1 code" in done.stdout, done.stdout + done.stderr
    assert done.stdout.endswith("False\n")


@pytest.mark.slow
def test_json():
    done = python("-m", "tfcompat", "doctor", "--json")
    found = {each["name"]: each for each in json.loads(done.stdout)}
    assert found["tf_keras"]["status"] == "ok" and found["Python"]["version"]


@pytest.mark.slow
def test_a_reader_that_has_read_enough():
    """As `tfcompat doctor | head -1` closes the pipe: no traceback."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tfcompat", "doctor"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    )
    assert started.stdout is not None and started.stderr is not None
    started.stdout.close()
    assert started.stderr.read() == b"" and started.wait() == 141
