"""The switches that let TensorFlow use oneDNN's kernels, into which it fuses most."""

from __future__ import annotations

import os
import sys

# TensorFlow reads each once, and by itself turns oneDNN on only on processors with AVX-512 VNNI or better. A thread
# that waits for a kernel's other threads does a part itself: a short text takes a tenth less time, a batch 1 % less.
_SWITCHES = ("TF_ENABLE_ONEDNN_OPTS", "TF_ONEDNN_THREADPOOL_USE_CALLER_THREAD")


def ask() -> None:
    """Turns each on, if TensorFlow is not imported yet, nobody has set it, and tfcompat does not want oneDNN off."""
    if "tensorflow" not in sys.modules and "tfcompat" not in sys.modules:
        for switch in _SWITCHES:
            os.environ.setdefault(switch, "1")
