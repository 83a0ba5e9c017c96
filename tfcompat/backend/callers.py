"""Whether a call comes from the user's code, which alone gets the defaults of TensorFlow 1's time."""

from __future__ import annotations

from collections.abc import Callable
from types import FrameType
from typing import Any


def _nobody(namespace: dict[str, Any] | None, frame: FrameType | None) -> bool:
    return False


# Tells the user's code by its globals and frame; set when the view is turned on.
sees_tf1: Callable[[dict[str, Any] | None, FrameType | None], bool] = _nobody
