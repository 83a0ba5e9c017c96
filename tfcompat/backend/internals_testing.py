"""TensorFlow's own helpers for tests, which TensorFlow 1 code imported. Import this only once TensorFlow is loaded."""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.framework import test_util as test_util
from tensorflow.python.summary.writer import writer as summary_writer
from tensorflow.python.summary.writer import writer_cache as summary_writer_cache

__all__ = ["summary_writer", "summary_writer_cache", "test_util"]
