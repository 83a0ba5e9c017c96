"""Arrays of one element are numbers in the user's code, as they were until NumPy 2.4."""

import ast
import math
import traceback

import numpy as np
import pytest

from tfcompat.hook import array_scalars, user_source
from tfcompat.hook.cells import Cells

ONE = {"np": np, "math": math, "one": np.array([[2.5]]), "many": np.array([1, 2]), "whole": np.array([3])}


def value(expression, **names):
    space = {**ONE, **names}
    exec(user_source.compiled(f"x = {expression}\n".encode(), "script.py"), space)
    return space["x"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("int(whole)", 3),
        ("float(one)", 2.5),
        ("complex(one)", 2.5 + 0j),
        ("int(2 * whole + np.array([1]))", 7),
        ("math.exp(one)", math.exp(2.5)),
        ("math.pow(one, whole)", 2.5**3),
        ("'%.2f' % one", "2.50"),
        ("'%d of %s' % (whole, whole)", "3 of [3]"),
        ("'%*d|%5.1f%%' % (4, whole, one)", "   3|  2.5%"),
        ("'%(a)05.1f %(b)s' % dict(a=one, b=whole)", "002.5 [3]"),
        ("f'{1}: %d' % whole", "1: 3"),
        ("[int(each) for each in (whole, '4', 5.6)]", [3, 4, 5]),
        ("7 % 4 + int('3')", 6),
    ],
)
def test_as_numbers(expression, expected):
    assert value(expression) == expected
    tree = Cells().visit(ast.parse(f"x = {expression}"))
    space = dict(ONE)
    exec(compile(tree, "cell", "exec"), space)
    assert space["x"] == expected


@pytest.mark.parametrize(
    "expression",
    ["int(many)", "float(many)", "math.sqrt(many)", "'%d' % many", "'%d %d' % (whole,)", "int(None)", "int(one, 2)"],
)
def test_what_was_refused_is_refused(expression):
    with pytest.raises(TypeError) as ours:
        value(expression)
    with pytest.raises(TypeError) as numpys:
        eval(expression, dict(ONE))
    assert str(ours.value) == str(numpys.value)


def test_a_function_of_the_same_name_is_called_once():
    calls = []

    def own(x):
        calls.append(x)
        raise TypeError("own")

    with pytest.raises(TypeError, match="own"):
        value("int(whole)", int=own)
    assert len(calls) == 1


def test_module_of_the_users(tmp_path, monkeypatch):
    (tmp_path / "counts_of_mine.py").write_text("'''Counts.'''\nimport numpy as np\n\n\ndef f(x):\n    return int(x)\n")
    monkeypatch.syspath_prepend(tmp_path)
    import counts_of_mine

    assert counts_of_mine.f(np.array([[4]])) == 4 and counts_of_mine.__doc__ == "Counts."
    with pytest.raises(TypeError) as error:
        counts_of_mine.f(None)
    frames = traceback.extract_tb(error.value.__traceback__)
    assert [(each.name, each.lineno) for each in frames][1] == ("f", 6)


def test_python_2(capsys):
    source = b"import numpy as np\nprint 'half', 7 / 2, int(np.array([3]))\n"
    exec(user_source.compiled(source, "old.py"), {"__name__": "old"})
    assert capsys.readouterr().out == "half 3 3\n"


def test_source_without_such_calls_is_left_alone():
    assert not array_scalars.needed(b"import tensorflow as tf\nx = tf.constant(3) % 2\n")
    assert array_scalars.needed(b"x = int(y)\n")
