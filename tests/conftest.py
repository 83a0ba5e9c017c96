"""One process, one TensorFlow import, the TensorFlow 1 view; a fresh default graph for each test."""

import os

import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from tfcompat import install  # noqa: E402

install()


@pytest.fixture(autouse=True)
def fresh_graph(request):
    """What a test builds is gone when the next one starts."""
    if "no_tensorflow" in request.keywords:
        yield
        return
    import tensorflow as tf

    tf.reset_default_graph()
    yield
    tf.reset_default_graph()
