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
        ("x = map(None, [1, 2], 'a')\nprint x", [(1, "a"), (2, None)]),
        (
            "x = 'abc'.encode('hex'), '616263'.decode('hex'), 'YWJj'.decode('base64'), 'ab'.encode('rot13')\nprint x",
            ("616263", "abc", "abc", "no"),
        ),
        (
            "x = 'a b'.decode('utf-8'), u'\xe9'.encode('utf-8').decode('utf8'), 'a'.encode('base64')\nprint x",
            ("a b", "\xe9", "YQ==\n"),
        ),
        ("x = 'ab'.encode('zlib').decode('zlib'), r'a\\n'.decode('string_escape')\nprint x", ("ab", "a\n")),
        ("try:\n    raise ValueError, 'bad'\nexcept ValueError, e:\n    x = e.message, e.args\n", ("bad", ("bad",))),
        ("try:\n    raise IOError(2, 'no')\nexcept (IOError, KeyError), e:\n    x = e.message\n", ""),
        ("import sys\nreload(sys)\nx = sys.setdefaultencoding('utf8')\nprint x", None),
        ("x = 0777L, 07L, 0L, 0xFFL, 12l\nprint x", (511, 7, 0, 255, 12)),
        ("x = map(None, [1, 2])[0], zip([1], [2])[0], filter(None, [0, 3])[0]\nprint x", (1, (1, 2), 3)),
        ("import types\nx = isinstance('a', types.StringType), type(u'a') is types.UnicodeType\nprint x", (True, True)),
    ],
)
def test_values(text, value, capsys):
    assert run(text)["x"] == value


def test_text_in_fields_of_bytes():
    """A string was bytes, so protocol buffers took it; the same words of other things are left alone."""
    text = """
# coding: utf-8
import tensorflow as tf
def f(value): return tf.train.BytesList(value=value)
feature = tf.train.Feature(bytes_list=f(['a', '\xe9', u'b']))
feature.bytes_list.value.append('c')
feature.bytes_list.value.extend(['d', b'\\xff'])
node = tf.compat.v1.NodeDef()
node.attr['value'].tensor.tensor_content = '<stripped %d bytes>' % 3
class Own: pass
own = Own()
own.value = []
own.value.append('c')
print own
"""
    names = run(text)
    assert list(names["feature"].bytes_list.value) == [b"a", b"\xc3\xa9", b"b", b"c", b"d", b"\xff"]
    assert names["node"].attr["value"].tensor.tensor_content == b"<stripped 3 bytes>"
    assert names["own"].value == ["c"]


def test_files_in_memory_take_text_and_bytes():
    """In one cell they are imported, and in another used."""
    text = """
import StringIO, cStringIO, csv
from cStringIO import StringIO as S
image = S()
image.write('\\n')
image.write(b'\\x89PNG')
image.write('end')
rows = StringIO.StringIO()
csv.writer(rows).writerow([3, 'a'])
print >>rows, 'x', 5,
read = cStringIO.StringIO('a\\nb\\n')
x = list(read), read.read(), S(b'\\xff').read(), image.getvalue(), rows.getvalue(), rows.tell()
"""
    assert run(text)["x"] == (["a\n", "b\n"], "", b"\xff", b"\n\x89PNGend", "3,a\r\nx 5 ", 9)


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


def test_files_take_text_and_bytes_and_print_shows_bytes(tmp_path, capsys):
    text = (
        "import csv, cPickle\n"
        "def f(folder):\n"
        "    with open(folder + '/a.csv', 'wb') as f:\n        csv.writer(f).writerow([1, 'b'])\n"
        "    f = file(folder + '/a.pkl', 'w')\n    cPickle.dump({'a': 3}, f, 2)\n    f.close()\n"
        "    f = open(folder + '/a.txt', 'a')\n    f.write(u'\\xe9'.encode('utf-8'))\n    f.write('\\n')\n"
        "    print >>f, 'end', u'\\xe9'.encode('utf-8')\n    f.close()\n"
        "    print u'\\xe9'.encode('utf-8'), 3\n"
        "    return cPickle.load(open(folder + '/a.pkl', 'rb'))\n"
    )
    assert run(text)["f"](str(tmp_path)) == {"a": 3}
    assert (tmp_path / "a.csv").read_bytes() == b"1,b\r\n"
    assert (tmp_path / "a.txt").read_text("utf-8") == "é\nend é\n"
    assert capsys.readouterr().out == "é 3\n"


def test_a_module_s_own_open_and_print_are_its_own():
    names = run("from gzip import open\ndef print_(x): return x\nx = open.__module__, round(0.5)\n")
    assert names["x"] == ("gzip", 1.0)
