"""`tf.keras.__version__`: the version of Keras' interface that 1.15 implements."""

from __future__ import annotations

from tfcompat.backend.v1api import keras

VERSION = "2.2.4-tf"


def install() -> None:
    """Sets it on the module that only TensorFlow 1 code sees."""
    keras().__version__ = VERSION  # type: ignore[attr-defined]
