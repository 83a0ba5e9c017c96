"""What is asked of TensorFlow before it is imported, and when nothing is."""

import os
import sys

import pytest

from bert_tf.fast import onednn
from tests.support.interpreter import last_line, python

SWITCH = "TF_ENABLE_ONEDNN_OPTS"


@pytest.mark.parametrize(
    ("imported", "given", "expected"),
    [
        ((), {}, {SWITCH: "1"}),
        ((), {SWITCH: "0"}, {SWITCH: "0"}),
        (("tensorflow",), {}, {}),
        (("tfcompat",), {}, {}),
    ],
)
def test_what_nobody_has_set_is_asked_for_before_tensorflow_is_imported(imported, given, expected, monkeypatch):
    monkeypatch.setattr(sys, "modules", dict.fromkeys(imported))
    monkeypatch.setattr(os, "environ", dict(given))
    onednn.ask()
    assert os.environ == expected


def test_importing_the_package_is_enough():
    assert last_line(python("-c", f"import bert_tf, os; print(os.environ['{SWITCH}'])")) == "1"
