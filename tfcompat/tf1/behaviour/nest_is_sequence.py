"""`nest.is_sequence` of `tensorflow.python.util` and `tf.contrib.framework`, since then called `is_nested`."""

from __future__ import annotations

from tfcompat.backend.internals import nest

nest.is_sequence = nest.is_nested
