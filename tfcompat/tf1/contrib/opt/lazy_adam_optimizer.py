"""`LazyAdamOptimizer`: Adam that touches only the rows of an embedding that a batch used."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt.lazy_adam import LazyRows

_Adam: Any = v1.train.AdamOptimizer


class LazyAdamOptimizer(LazyRows, _Adam):
    """`tf.contrib.opt.LazyAdamOptimizer` of 1.15; arguments as of `tf.train.AdamOptimizer`."""
