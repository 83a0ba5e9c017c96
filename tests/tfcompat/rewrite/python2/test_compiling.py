"""Translated code computes what Python 2 computed, and its errors name the file's own lines."""

import traceback

import numpy as np
import pytest

from tfcompat.rewrite.python2.compiling import compiled


def run(text):
    names = {"np": np, "__name__": "__main__"}
    exec(compiled(text, "old.py"), names)
    return names


# What Python 2.7 gives.
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("def f(a, b): return a / b\nx = f(7, 2), f(-7, 2), f(7.0, 2), f(True, 2)\nprint x", (3, -4, 3.5, 0)),
        ("class A: pass\na = A()\na.n = 7\na.n /= 2\nx = a.n\nprint x", 3),
        ("def f(a): return np.array([1, 2]) / a\nx = f(2).tolist()\nprint x", [0.5, 1.0]),
        ("x = [round(v) for v in (0.5, 1.5, 2.5, -0.5)], round(2.675, 2)\nprint x", ([1.0, 2.0, 3.0, -1.0], 2.67)),
        ("from numpy import round\nx = round(2.5)\nprint x", 2.0),
        ("x = sorted([3, 1, 2], cmp=lambda a, b: cmp(b, a))\nprint x", [3, 2, 1]),
        ("x = map(None, [1, 2])[0], zip([1], [2])[0], filter(None, [0, 3])[0]\nprint x", (1, (1, 2), 3)),
    ],
)
def test_values(text, value, capsys):
    assert run(text)["x"] == value


def test_division_in_place_keeps_the_array():
    names = run("def f(a, n):\n    a /= n\na = np.ones(2)\nb = a\nf(a, 2)\nprint a")
    assert names["b"].tolist() == [0.5, 0.5]


def test_traceback_names_the_lines_of_the_file():
    text = "import sys\n\nx = reduce(max, [1, 2])\nreload(sys)\nprint 1\n\n"
    text += "def f((a, b)):\n    print a\n    raise KeyError, 'k'\n\nf((1, 2))\n"
    with pytest.raises(KeyError) as caught:
        run(text)
    lines = [frame.lineno for frame in traceback.extract_tb(caught.value.__traceback__) if frame.filename == "old.py"]
    assert lines == [11, 9]
