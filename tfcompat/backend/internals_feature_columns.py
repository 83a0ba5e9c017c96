"""TensorFlow's feature columns of the older kind, which 1.15's `tf.contrib.feature_column` is made of.

Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.feature_column import feature_column as feature_column
from tensorflow.python.feature_column import utils as feature_column_utils
from tensorflow.python.feature_column.feature_column import InputLayer as InputLayer
