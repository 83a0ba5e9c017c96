"""TensorFlow's profiler of graphs, behind `tf.profiler`. Import this only once TensorFlow is loaded."""

# The import is for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.profiler import model_analyzer as model_analyzer
