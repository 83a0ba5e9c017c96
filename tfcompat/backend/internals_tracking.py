"""Objects that checkpoints follow. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from tensorflow.python.checkpoint import checkpoint as checkpoint
from tensorflow.python.trackable import base as base
from tensorflow.python.trackable import data_structures as data_structures
from tensorflow.python.trackable import python_state as python_state
