"""The environment variables that TensorFlow reads once, when it is imported. What the user has set stays."""

from __future__ import annotations

import os

LEGACY_KERAS = "TF_USE_LEGACY_KERAS"
WANTED = {
    LEGACY_KERAS: "1",  # tf.layers, tf.nn.rnn_cell and TensorFlow 1's tf.keras are Keras 2
    "TF_ENABLE_ONEDNN_OPTS": "0",  # 1.15's CPU kernels were Eigen's; oneDNN's round differently
}


def prepare() -> None:
    """Asks for what TensorFlow 1 code needs; must come before TensorFlow's import."""
    for name, value in WANTED.items():
        os.environ.setdefault(name, value)
