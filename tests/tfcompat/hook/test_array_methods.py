"""Methods that arrays had until NumPy 2, in the user's code."""

import ast

import numpy as np
import pytest

from tfcompat.hook import array_methods, user_source
from tfcompat.hook.cells import Cells

SOURCE = """
import xml.etree.ElementTree as trees
image = np.arange(6, dtype=np.int16).reshape(2, 3)
raw = image.tostring()
columns = image.tostring("F")
number = np.float32(1.5).tostring()
image.itemset(5, 50)
image.itemset((0, 1), 10)
image.itemset(1, 0, 30)
spread = image.ptp(), image.ptp(axis=0)
swapped = image.newbyteorder()
text = trees.tostring(trees.Element("a"))
"""


def check(space):
    first = np.arange(6, dtype=np.int16).reshape(2, 3)
    assert space["raw"] == first.tobytes() and space["columns"] == first.tobytes("F")
    assert space["number"] == np.float32(1.5).tobytes()
    assert space["image"].tolist() == [[0, 10, 2], [30, 4, 50]]
    assert space["spread"][0] == 50 and space["spread"][1].tolist() == [30, 6, 48]
    assert space["swapped"].tolist() == [[0, 2560, 512], [7680, 1024, 12800]]
    assert space["text"] == b"<a />"


def test_script_and_cell():
    space = {"np": np}
    exec(user_source.compiled(SOURCE.encode(), "script.py"), space)
    check(space)
    space = {"np": np}
    exec(compile(Cells().visit(ast.parse(SOURCE)), "cell", "exec"), space)
    check(space)


def test_other_objects_keep_their_own_error():
    with pytest.raises(AttributeError, match="'list' object has no attribute 'tostring'"):
        exec(user_source.compiled(b"[1].tostring()", "script.py"), {})
    with pytest.raises(AttributeError, match="no attribute 'no_such'"):
        exec(user_source.compiled(b"np.ones(3).no_such", "script.py"), {"np": np})


def test_only_where_they_are_asked_for():
    assert array_methods.needed(b"x = image.tostring()")
    assert not array_methods.needed(b"tostring = 3; x.tobytes()")
