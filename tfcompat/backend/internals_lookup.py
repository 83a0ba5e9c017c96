"""TensorFlow's lookup tables underneath the public ones. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from tensorflow.python.ops import gen_lookup_ops as gen_lookup_ops
from tensorflow.python.ops import lookup_ops as lookup_ops
