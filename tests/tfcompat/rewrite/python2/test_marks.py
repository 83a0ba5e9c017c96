"""Python 2 is told from Python 3, and from code that runs on both."""

import pytest

from tfcompat.rewrite.python2.marks import is_python2

PYTHON_2 = [
    "print 'a'",
    "for i in xrange(3): pass",
    "import cPickle",
    "from itertools import izip",
    "import urllib\nurllib.urlretrieve(a, b)",
    "for k, v in d.iteritems(): pass",
    "d.has_key('a')",
    "import string\nprint(string.letters)",
    "import string\ndef f(words):\n    return string.split(words)",
    "print(string.letters)",
    "x = unicode(y)",
]
OTHERS = [
    "print('a')",
    "xrange = range\nfor i in xrange(3): pass",
    "from six.moves import xrange\nfor i in xrange(3): pass",
    "from six.moves import cPickle",
    "try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle",
    "if sys.version_info[0] == 2:\n    import cPickle\nelse:\n    import pickle",
    "for k, v in six.iteritems(d): pass",
    "import urllib.request\nurllib.request.urlretrieve(a, b)",
    "def f(long):\n    return long",
    "x = d.unicode\n'xrange'",
    "def f(string):\n    return string.split()",
    "string = 'a b'\nprint(string.replace('a', 'b'))",
]


@pytest.mark.parametrize("text", PYTHON_2)
def test_python_2(text):
    assert is_python2(text)


@pytest.mark.parametrize("text", OTHERS)
def test_not_python_2(text):
    assert not is_python2(text)
