"""TensorFlow's own helpers for tests, which TensorFlow 1 code imported. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from tensorflow.python.framework import test_util as test_util
