"""IPython's lines are told from Python's, and come back where they were."""

import ast

import pytest

from tfcompat.source.magics import hide, split_cell_magic

MAGIC = [
    "%matplotlib inline",
    "!ls -l",
    "x = !ls",
    "a, b = %time f()",
    "?name",
    "name?",
    "tf.nn??",
    "  %cd ..",
    "files=!ls",
]
PYTHON = [
    "x = 3 % 2",
    "print('%d'\n      % x)",
    "print('a (%d' \\\n  % x)",
    's = """\n%not a magic\n!nor this\n"""',
    "x = [1,\n     2][0]\nif x != 3: pass",
    "y = 'a?'",
    "a = b == (c)",
    "assert x, '?'",
    "# %magic\nx = 1",
]


@pytest.mark.parametrize("line", MAGIC)
def test_magic(line):
    text = f"if x:\n    {line}\ny = (1,\n  2)\n{line}\nz"
    cell = hide(text)
    assert list(cell.lines.values()) == [line.strip()] * 2
    assert line.strip() not in cell.text and cell.restored(cell.text) == text


@pytest.mark.parametrize("line", ["!ls \\\n  -l", "x = !ls -l \\\n-a \\\n  -b", "%run a.py \\\n\t--b"])
def test_a_magic_that_goes_on(line):
    text = f"{line}\nif x:\n    {line}\n    y = 1\n{line}"
    cell = hide(text)
    assert list(cell.lines.values()) == [line] * 3
    assert cell.text.count("\n") == text.count("\n")  # what follows keeps its line
    ast.parse(cell.text)
    assert cell.restored(cell.text) == text


@pytest.mark.parametrize("text", PYTHON)
def test_python(text):
    assert hide(text) == (text, {})


def test_cell_magic():
    assert split_cell_magic("\n%%time -n 3\nx = 1\n") == ("%%time -n 3\n", "x = 1\n")
    assert split_cell_magic("%time x\n%%not") == ("", "%time x\n%%not")
