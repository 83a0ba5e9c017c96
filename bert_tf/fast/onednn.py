"""The switch that lets TensorFlow use oneDNN's kernels, into which it fuses most."""

from __future__ import annotations

import os
import sys

# TensorFlow reads it once, and by itself turns oneDNN on only on processors with AVX-512 VNNI or better.
_SWITCH = "TF_ENABLE_ONEDNN_OPTS"


def ask() -> None:
    """Turns it on, if TensorFlow is not imported yet, nobody has set it, and tfcompat does not want oneDNN off."""
    if "tensorflow" not in sys.modules and "tfcompat" not in sys.modules:
        os.environ.setdefault(_SWITCH, "1")
