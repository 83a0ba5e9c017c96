"""Upgraded code with its own copy of tfcompat runs without the installed one."""

import subprocess
import sys

import pytest

from tfcompat.rewrite.vendoring import vendor


def test_nothing_is_copied_for_code_that_needs_nothing(tmp_path):
    assert vendor([b"import tensorflow.compat.v1 as tf\n"], tmp_path) == []


@pytest.mark.slow
def test_the_copy_is_what_runs(tmp_path):
    source = b"import tfcompat.same_seeds\nimport tensorflow.compat.v1 as tf\nprint(tf.Session().run(tf.constant(3)))\n"
    (tmp_path / "a.py").write_bytes(source + b"import tfcompat\nprint(tfcompat.__file__)\n")
    assert vendor([source], tmp_path)
    done = subprocess.run([sys.executable, "a.py"], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["3", str(tmp_path / "tfcompat" / "__init__.py")], done.stderr
