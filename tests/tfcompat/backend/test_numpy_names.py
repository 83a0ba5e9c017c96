"""Names that NumPy dropped since TensorFlow 1's time are there for a script, and gone again after `uninstall`."""

import subprocess
import sys

import numpy as np
import pytest

from tests.support import interpreter
from tfcompat.backend import numpy_names


@pytest.fixture(autouse=True)
def given():
    before = numpy_names.given()
    numpy_names.give()
    yield
    if not before:
        numpy_names.take_back()


def test_types():
    assert np.zeros(2, np.int).dtype == np.int64 or sys.platform == "win32"
    assert np.zeros(2, np.float).dtype == np.float64
    assert np.array([None], np.object).dtype == object
    assert np.zeros(2, np.bool).dtype == bool
    assert (np.float_, np.complex_, np.string_, np.unicode_) == (np.float64, np.complex128, np.bytes_, np.str_)


def test_constants():
    assert np.infty == np.Inf == np.PINF == -np.NINF == float("inf")
    assert np.isnan(np.NaN) and np.isnan(np.NAN)


def test_functions():
    assert np.fromstring(b"\x01\x02", np.uint8).tolist() == [1, 2]
    assert np.fromstring("1 2 3", dtype=int, sep=" ").tolist() == [1, 2, 3]
    assert np.fromstring(b"\x01\x02", dtype=np.uint8).flags.writeable
    assert np.asscalar(np.array([3])) == 3
    assert np.in1d([[1, 2], [3, 4]], [2, 3]).tolist() == [False, True, True, False]
    assert np.product([2, 3]) == 6 and np.sometrue([0, 1]) and not np.alltrue([0, 1])
    assert np.asfarray([1, 2]).dtype == np.float64 and np.asfarray([1], np.float32).dtype == np.float32
    assert np.msort([[2, 1], [1, 2]]).tolist() == [[1, 1], [2, 2]]
    assert np.trapz([1, 2, 3]) == 4 and np.math.factorial(3) == 6


def test_a_second_time_changes_nothing():
    before = dict(vars(np))
    numpy_names.give()
    assert dict(vars(np)) == before


def test_taken_back():
    numpy_names.take_back()
    assert "float" not in vars(np) and np.bool_ is not None
    numpy_names.give()
    assert np.float is float


@pytest.mark.slow
def test_for_a_script_alone(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import matplotlib_like, numpy as np\nprint(np.zeros(1, dtype=np.int), np.infty)\n")
    (tmp_path / "matplotlib_like.py").write_text("import numpy\n")
    run = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"
    assert interpreter.python("-c", run, script, cwd=tmp_path).stdout == "[0] inf\n"
    plain = subprocess.run([sys.executable, str(script)], cwd=tmp_path, capture_output=True, text=True)
    assert "no attribute 'int'" in plain.stderr


@pytest.mark.slow
def test_for_a_script_that_imports_tensorflow_first(tmp_path):
    script = tmp_path / "script.py"
    script.write_text("import tensorflow as tf\nimport numpy as np\nprint(np.zeros(1, dtype=np.int))\n")
    run = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"
    assert interpreter.python("-c", run, script, cwd=tmp_path).stdout == "[0]\n"
