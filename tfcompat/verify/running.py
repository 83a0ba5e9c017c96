"""Runs a script recorded: in this process, or in another one of this Python."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tfcompat.hook import script as tf1_script
from tfcompat.verify import recorder as recorder_file
from tfcompat.verify.recorder import Recorder

RECORDER = Path(recorder_file.__file__)


def run_here(script: str, arguments: list[str], output: str, plain: bool) -> None:
    """Runs a script and writes its recording; its exceptions and exits pass through.

    With `plain` it runs as `python` would run it, otherwise as `tfcompat run` would.
    """
    recorder = Recorder(output, script)
    recorder.start()
    error = None
    try:
        if plain:
            sys.argv = [script, *arguments]
            sys.path.insert(0, os.path.dirname(os.path.realpath(script)))
            runpy.run_path(script, run_name="__main__")
        else:
            tf1_script.run_path(script, arguments)
    except SystemExit:
        raise
    except BaseException as problem:
        error = f"{type(problem).__name__}: {problem}"
        raise
    finally:
        recorder.finish(error)


def run_apart(script: Path, plain: bool, arguments: list[str]) -> tuple[Path, str]:
    """Runs a script recorded in a process of its own, in a copy of nothing: where this process is.

    Returns:
      The recording, in a temporary folder of its own, and what the program wrote to standard error.
    """
    folder = Path(tempfile.mkdtemp(prefix="tfcompat-"))
    output = folder / "recording.json.gz"
    command = [sys.executable, "-m", "tfcompat", "record", *(["--plain"] if plain else []), "-o", str(output)]
    done = subprocess.run(
        [*command, str(script), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    return output, done.stderr


def forget(recording: Path) -> None:
    """Removes what `run_apart` left."""
    shutil.rmtree(recording.parent, ignore_errors=True)


def is_upgraded(text: str) -> bool:
    """Whether a script is for plain TensorFlow 2: it says itself that it wants compat.v1."""
    return "tensorflow.compat.v1" in text
