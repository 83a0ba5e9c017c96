"""These tests, and `bert_tf`, are TensorFlow 2 code, in a process whose other tests see TensorFlow 1."""

import pytest

import tfcompat
from tfcompat.hook import project

project.TF2_PACKAGES.add("tests.bert_tf")
project.tf2_packages.add("tests.bert_tf")


@pytest.fixture(autouse=True)
def tensorflow_2():
    with tfcompat.tf2():
        yield
