"""A fresh interpreter, for the tests where that is the point."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python(*arguments, cwd=None, stdin=None, **variables):
    """Runs this Python with tfcompat importable and a quiet TensorFlow; returns the finished process."""
    ours = ("TF_USE_LEGACY_KERAS", "TF_ENABLE_ONEDNN_OPTS")
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    environment.update(TF_CPP_MIN_LOG_LEVEL="3", PYTHONPATH=str(ROOT), CUDA_VISIBLE_DEVICES="", **variables)
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, input=stdin, env=environment, capture_output=True, text=True, timeout=300)


def last_line(process):
    """The last line printed; shows what went wrong if the process failed."""
    assert process.returncode == 0, process.stdout + process.stderr
    return process.stdout.strip().splitlines()[-1]
