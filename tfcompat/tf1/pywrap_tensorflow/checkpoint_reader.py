"""`NewCheckpointReader` and its class, which are public as `tf.train.NewCheckpointReader` too."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def NewCheckpointReader(filepattern: Any) -> Any:  # noqa: N802 (the TensorFlow 1 name)
    """A reader of the checkpoint with this prefix."""
    return v1.train.NewCheckpointReader(filepattern)


def CheckpointReader(filename: Any) -> Any:  # noqa: N802 (the TensorFlow 1 name)
    """The same, under the name of the class."""
    return v1.train.NewCheckpointReader(filename)
