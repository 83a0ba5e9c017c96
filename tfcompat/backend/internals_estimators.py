"""TensorFlow's own loops and steps that 1.15's `tf.contrib.learn` was made of.

Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.ops import lookup_ops as lookup_ops
from tensorflow.python.training import evaluation as evaluation
from tensorflow.python.training import training_util as training_util
