"""Plays a behaviour script and compares what it printed; also run by the Python 3.7 of TensorFlow 1.15."""

import contextlib
import io
import os
import re
import tempfile

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


def difference(expected: str, actual: str, relative: float = 1e-5):
    """The first line that differs, as text, or None; numbers with a point may differ by `relative`."""
    theirs, ours = expected.splitlines(), actual.splitlines()
    for index in range(max(len(ours), len(theirs))):
        other = theirs[index] if index < len(theirs) else "(nothing)"
        mine = ours[index] if index < len(ours) else "(nothing)"
        if not _same(other, mine, relative):
            return f"line {index + 1}\n  1.15: {other}\n  here: {mine}"
    return None


def _same(expected: str, actual: str, relative: float) -> bool:
    if expected == actual:
        return True
    if _NUMBER.sub("#", expected) != _NUMBER.sub("#", actual):
        return False

    def near(one: str, other: str) -> bool:
        if "n" in one:  # inf and nan
            return one == other
        return abs(float(one) - float(other)) <= 1e-6 + relative * abs(float(one))

    return all(map(near, _NUMBER.findall(expected), _NUMBER.findall(actual)))
