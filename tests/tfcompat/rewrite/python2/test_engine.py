"""Where fissix is not installed, lib2to3 does its work on the Pythons that have it."""

import sys

import pytest

from tests.support.interpreter import last_line, python
from tfcompat.rewrite.python2 import engine

WITHOUT_FISSIX = """
import sys
sys.modules['fissix'] = None
from tfcompat.rewrite.python2 import engine, translate
text = translate.translate('import cPickle\\nprint string.join(a, cmp(b, c)), file(d), 7 / 2').text
print(engine.name(), text.split(chr(10)))
"""


def test_fissix_first():
    assert engine.name() == "fissix"


@pytest.mark.slow
@pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python 3.13 has no lib2to3")
def test_lib2to3_without_it():
    process = python("-W", "error::DeprecationWarning", "-c", WITHOUT_FISSIX)
    expected = ["import pickle", "print(((b > c) - (b < c)).join(a), open(d), 7 // 2)"]
    assert last_line(process) == f"lib2to3 {expected}"


WITHOUT_BOTH = """
import sys
sys.modules['fissix'] = sys.modules['lib2to3'] = None
from tfcompat.rewrite import reading
python3 = reading.read('for i in xrange(3): pass', 'a.py')
try:
    reading.read("print 'a'", 'a.py')
except reading.Unreadable as error:
    print(python3.python2, error)
"""


@pytest.mark.slow
def test_without_an_engine_python_2_is_what_cannot_be_read():
    assert last_line(python("-c", WITHOUT_BOTH)).endswith("translating it needs fissix: pip install fissix")
