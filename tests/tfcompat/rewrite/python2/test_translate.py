"""What each idiom of Python 2 becomes, and what is left as it is."""

import pytest

from tfcompat.rewrite.python2.translate import NotPython2, translate

CHANGED = [
    ("print 'a', b", "print('a', b)"),
    ("print >>f, x,", "print(x, end=' ', file=f)"),
    ("print", "print()"),
    ("x = `y`", "x = repr(y)"),
    ("x = 0777", "x = 0o777"),
    ("x = 10L", "x = 10"),
    ("x = ur'a'", "x = r'a'"),
    ("x <> y", "x != y"),
    ("exec 'a = 1'", "exec('a = 1')"),
    ("raise ValueError, 'bad'", "raise ValueError('bad')"),
    ("try:\n    f()\nexcept (A, B), e:\n    pass", "try:\n    f()\nexcept (A, B) as e:\n    pass"),
    ("for i in xrange(3): pass", "for i in range(3): pass"),
    ("name = raw_input('? ')", "name = input('? ')"),
    ("for k, v in d.iteritems(): pass", "for k, v in d.items(): pass"),
    ("keys = d.keys()", "keys = list(d.keys())"),
    ("d.has_key('a')", "'a' in d"),
    ("a = map(f, b)", "a = list(map(f, b))"),
    ("a = zip(b, c)", "a = list(zip(b, c))"),
    ("isinstance(x, basestring)", "isinstance(x, str)"),
    ("x = unicode(y) + unichr(3)", "x = str(y) + chr(3)"),
    ("import cPickle as pickle", "import pickle as pickle"),
    ("import ConfigParser, Queue", "import configparser, queue"),
    ("from StringIO import StringIO", "from io import StringIO"),
    ("from urllib2 import urlopen", "from urllib.request import urlopen"),
    (
        "import urllib\nurllib.urlretrieve(a, b)",
        "import urllib.request, urllib.parse, urllib.error\nurllib.request.urlretrieve(a, b)",
    ),
    ("from itertools import izip", ""),
    ("x = it.next()", "x = next(it)"),
    ("a.sort(lambda x, y: f(x, y))", "from functools import cmp_to_key\na.sort(key=cmp_to_key(lambda x, y: f(x, y)))"),
    ("x = reduce(f, a)", "from functools import reduce\nx = reduce(f, a)"),
    ("x = cmp(a, b)", "x = ((a > b) - (a < b))"),
    ("f = file('a')", "f = open('a')"),
    ("x = string.letters", "x = string.ascii_letters"),
    ("x = string.join(words, '-')", "x = '-'.join(words)"),
    ("x = string.join(words)", "x = ' '.join(words)"),
    ("x = string.upper(a + b)[1]", "x = (a + b).upper()[1]"),
    ("x = string.replace(a.b, 'c', 'd')", "x = a.b.replace('c', 'd')"),
    ("x = string.atoi('3')", "x = int('3')"),
    ("def f(a, (b, c)):\n    return b", "def f(a, xxx_todo_changeme):\n    (b, c) = xxx_todo_changeme\n    return b"),
    ("x = sys.maxint", "x = sys.maxsize"),
    ("if x:\n\ty = 1\n        z = 2", "if x:\n        y = 1\n        z = 2"),
    ("class A:\n    __metaclass__ = M", "class A(metaclass=M):\n    pass"),
    ("from __future__ import print_function\nprint('a', file=f)\nx = 7L", "\nprint('a', file=f)\nx = 7"),
    ("print('a', file=f)\nx = 7L", "print('a', file=f)\nx = 7"),
    ("print 'é' # ü", "print('é') # ü"),
]
DIVISIONS = [
    ("print 7 / 2", "print(7 // 2)"),
    ("n = len(a)\nprint n / 2", "n = len(a)\nprint(n // 2)"),
    ("n = len(a)\nm = n / 2 + 1\nprint (m * 2) / (n - 1)", "n = len(a)\nm = n // 2 + 1\nprint((m * 2) // (n - 1))"),
    ("for i in range(9):\n    print i / 2", "for i in range(9):\n    print(i // 2)"),
    ("k = 5\nk /= 2\nprint k", "k = 5\nk //= 2\nprint(k)"),
    ("a, b = 4, 3\nprint 'é', a / b", "a, b = 4, 3\nprint('é', a // b)"),
    ("x = (7 # a/b\n / 2)\nprint x", "x = (7 # a/b\n // 2)\nprint(x)"),
]
LEFT = [
    "print 7 / 2.",
    "print float(n) / 2",
    "print 1.0 * a / b",
    "from __future__ import division\nprint 7 / 2",
]
UNKNOWN = [
    ("def f(a, b):\n    return a / b\nprint f", (2,)),
    ("n = 3\nn = g()\nprint n / 2", (3,)),
    ("print a.size / 2, 7 / 2", (1,)),
]


@pytest.mark.parametrize(("old", "new"), CHANGED + DIVISIONS)
def test_changed(old, new):
    assert translate(old).text == new


@pytest.mark.parametrize("old", LEFT)
def test_division_that_is_true_stays(old):
    new = translate(old)
    assert "//" not in new.text and not new.unknown


@pytest.mark.parametrize(("old", "lines"), UNKNOWN)
def test_division_that_cannot_be_told_is_reported(old, lines):
    assert translate(old).unknown == lines


@pytest.mark.parametrize("text", ["def f(:\n", "for x in y\n    pass", "print 'a"])
def test_neither_language(text):
    with pytest.raises(NotPython2, match=r"^bad.py is neither Python 3 nor Python 2$"):
        translate(text, "bad.py")


def test_siblings_become_relative_imports_in_a_package_only(tmp_path):
    (tmp_path / "__init__.py").touch()
    (tmp_path / "sibling.py").touch()
    path = str(tmp_path / "a.py")
    text = "import sibling\nfrom sibling import x\nimport os\nprint 3"
    assert translate(text, path, in_package=True).text.startswith(
        "from . import sibling\nfrom .sibling import x\nimport os"
    )
    assert translate(text, path).text.startswith("import sibling\nfrom sibling import x\nimport os")
