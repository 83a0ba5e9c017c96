"""Upgraded code with its own copy of tfcompat runs without the installed one."""

import subprocess
import sys

import pytest

from tfcompat.rewrite.vendoring import vendor

SOURCE = b"""import tfcompat.same_seeds
import tensorflow.compat.v1 as tf
tf.disable_v2_behavior()
from tfcompat.tf1 import contrib
x = contrib.layers.flatten(tf.constant([[[3.0]]]))
helper = contrib.seq2seq.TrainingHelper(tf.ones([1, 2, 3]), [2])
print(tf.Session().run(x))
import tfcompat
print(tfcompat.__file__)
"""


def test_nothing_is_copied_for_code_that_needs_nothing(tmp_path):
    assert vendor([b"import tensorflow.compat.v1 as tf\n"], tmp_path) == []


def test_of_contrib_only_what_is_named_comes_along(tmp_path):
    copied = {path.relative_to(tmp_path).as_posix() for path in vendor([SOURCE], tmp_path)}
    assert {"tfcompat/same_seeds.py", "tfcompat/tf1/contrib/__init__.py"} <= copied
    parts = {path.split("/")[3].removesuffix(".py") for path in copied if path.startswith("tfcompat/tf1/contrib/")}
    assert {"layers", "seq2seq", "rnn"} <= parts  # the last is what seq2seq is made of
    assert not parts & {"crf", "boosted_trees", "bayesflow", "gan"}
    assert not any("/cli/" in path or "/check/" in path for path in copied)


@pytest.mark.slow
def test_the_copy_is_what_runs(tmp_path):
    (tmp_path / "a.py").write_bytes(SOURCE)
    assert vendor([SOURCE], tmp_path)
    done = subprocess.run([sys.executable, "a.py"], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["[[3.]]", str(tmp_path / "tfcompat" / "__init__.py")], done.stderr
