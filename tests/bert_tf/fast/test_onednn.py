"""What is asked of TensorFlow before it is imported, and when nothing is."""

import os
import sys

import pytest

from bert_tf.fast import onednn
from tests.support.interpreter import last_line, python

KERNELS, CALLER = "TF_ENABLE_ONEDNN_OPTS", "TF_ONEDNN_THREADPOOL_USE_CALLER_THREAD"


@pytest.mark.parametrize(
    ("imported", "given", "expected"),
    [
        ((), {}, {KERNELS: "1", CALLER: "1"}),
        ((), {KERNELS: "0"}, {KERNELS: "0", CALLER: "1"}),
        ((), {CALLER: "0"}, {KERNELS: "1", CALLER: "0"}),
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
    assert last_line(python("-c", f"import bert_tf, os; print(os.environ['{KERNELS}'])")) == "1"
