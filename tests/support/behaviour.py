"""Plays a behaviour script and compares what it printed; also run by the Python 3.7 of TensorFlow 1.15."""

import contextlib
import io
import os
import re
import tempfile
from typing import Optional

import numpy as np

if int(np.__version__.split(".")[0]) > 1:
    np.set_printoptions(legacy="1.25")  # type: ignore[arg-type]  # scalars print as in the NumPy of that time

_NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+|inf|nan)(?![\w])")


def play(path: str) -> str:
    """Executes a script as `__main__` in an empty folder and returns what it printed."""
    with open(path) as file:
        code = compile(file.read(), path, "exec", dont_inherit=True)
    printed = io.StringIO()
    before = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            with contextlib.redirect_stdout(printed):
                exec(code, {"__name__": "__main__", "__file__": path})
        finally:
            os.chdir(before)
    return printed.getvalue()


def difference(expected: str, actual: str, relative: float = 1e-5) -> Optional[str]:
    """The first line that differs, as text, or None; numbers with a point may differ by `relative`."""
    ours, theirs = actual.splitlines(), expected.splitlines()
    for index in range(max(len(ours), len(theirs))):
        mine = ours[index] if index < len(ours) else "(nothing)"
        other = theirs[index] if index < len(theirs) else "(nothing)"
        if not _same(other, mine, relative):
            return "line %d\n  1.15: %s\n  here: %s" % (index + 1, other, mine)
    return None


def _same(expected: str, actual: str, relative: float) -> bool:
    if expected == actual:
        return True
    if _NUMBER.sub("#", expected) != _NUMBER.sub("#", actual):
        return False
    pairs = zip(_NUMBER.findall(expected), _NUMBER.findall(actual))
    return all(_near(float(one), float(other), relative) for one, other in pairs)


def _near(expected: float, actual: float, relative: float) -> bool:
    if expected != expected or expected in (float("inf"), float("-inf")):
        return str(expected) == str(actual)
    return abs(expected - actual) <= 1e-6 + relative * abs(expected)
