"""The fixers left out for want of their words change nothing: with all of them the translation is the same."""

import importlib

import pytest

from tfcompat.rewrite import reading
from tfcompat.rewrite.python2 import engine, marks, needed, tools, translate

# For each fixer that is left out without its words, a text that it changes.
CHANGES = {
    "apply": "apply(f, a, b)",
    "asserts": "self.assertEquals(a, b)",
    "basestring": "x = basestring",
    "cmp": "x = cmp(a, b)",
    "dict": "x = d.viewkeys()",
    "except": "try:\n    f()\nexcept E, e:\n    pass",
    "exec": "exec a in b",
    "execfile": "execfile('a.py')",
    "exitfunc": "import sys\nsys.exitfunc = f",
    "file": "f = file('a')",
    "filter": "x = filter(f, a)",
    "funcattrs": "x = f.func_name",
    "future": "from __future__ import division\nx = 1",
    "getcwdu": "import os\nx = os.getcwdu()",
    "has_key": "x = not d.has_key('a')",
    "input": "x = input('? ')",
    "intern": "x = intern('a')",
    "isinstance": "x = isinstance(a, (int, long))",
    "itertools": "import itertools\nfor a in itertools.imap(f, b): pass",
    "itertools_imports": "from itertools import izip, chain",
    "long": "x = long(3)",
    "map": "x = map(f, a)",
    "metaclass": "class A:\n    __metaclass__ = M\n    x = 1",
    "methodattrs": "x = m.im_self",
    "ne": "x = a <> b",
    "next": "x = it.next()",
    "nonzero": "class A:\n    def __nonzero__(self):\n        return True",
    "numliterals": "x = 0777 + 3L",
    "octal_long": "x = 0777L",
    "operator": "import operator\nx = operator.isCallable(f)",
    "paren": "x = [a for a in 1, 2]",
    "print": "print a, b",
    "raise": "raise ValueError, 'a'",
    "raw_input": "x = raw_input()",
    "reduce": "x = reduce(f, a)",
    "reload": "reload(m)",
    "renames": "import sys\nx = sys.maxint",
    "repr": "x = `a`",
    "sorted": "a.sort(lambda x, y: f(x, y))",
    "standarderror": "class E(StandardError): pass",
    "string": "x = string.upper(a)",
    "sys_exc": "import sys\nx = sys.exc_type",
    "throw": "g.throw(E, 'a')",
    "tuple_params": "f = lambda (a, b): a",
    "string_type": "import types\nx = types.StringType",
    "types": "import types\nx = types.ListType",
    "unicode": "x = unicode(a) + u'b'",
    "xrange": "x = list(xrange(3))",
    "xreadlines": "for line in f.xreadlines(): pass",
    "zip": "x = zip(a, b)",
}


def _with_all(text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(needed, "fixer", lambda name, seen: True)
    return translate.translate(text).text


@pytest.mark.parametrize("name", sorted({name for table in needed.TABLES for name in table}))
def test_a_fixer_is_there_for_what_it_changes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = CHANGES[name]
    translated = translate.translate(text).text
    assert translated != text
    assert translated == _with_all(text, monkeypatch)


def test_few_fixers_are_made_for_a_text_that_needs_few() -> None:
    assert _fixers("print 'a'") == {"print"}


def _fixers(text: str) -> set[str]:
    tool = tools.tool(translate._parsed(f"{text}\n").seen)
    return {type(each).__name__.removeprefix("Fix").lower() for each in (*tool.pre_order, *tool.post_order)}


@pytest.mark.parametrize("text", ["print 'the input, and zip (both)'", "keys = input\nprint keys  # values()"])
def test_what_comments_and_strings_say_needs_no_fixer(text: str) -> None:
    assert _fixers(text) == {"print"}


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("import thread\nx = thread.f()", "import _thread\nx = _thread.f()"),
        ("import Queue, thread\nx = Queue.Queue()", "import queue, _thread\nx = queue.Queue()"),
        ("import urllib\nx = urllib.urlopen(a)", "import urllib.request\nx = urllib.request.urlopen(a)"),
        ("import urllib2", "import urllib.request"),
        ("from urllib import urlencode, urlopen", "from urllib.parse import urlencode"),
    ],
)
def test_modules_are_renamed_by_a_table_of_those_that_the_text_names(
    text: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    translated = translate.translate(text).text
    assert all(line.split(",")[0] in translated for line in new.split("\n"))
    monkeypatch.setattr(tools, "_named", lambda table, names: ())
    monkeypatch.setattr(tools, "MODULE_FIXERS", ())
    assert translate.translate(text).text == translated


@pytest.mark.parametrize(
    "text",
    [
        "# as long as the sets are in the Queue\nx = 1",
        "'''The thread commands a reload of the page'''",
        "import os  # commands",
        "x = urllib",
        "for a in six.iteritems(d): pass",
        "    # that took long\nx = 1",
    ],
)
def test_prose_is_not_looked_through_for_python2(text: str) -> None:
    assert not reading._may_have_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "x = long (3)",
        "x = [long for a in b]",
        "x = long if a else int",
        "import os, \\\n    sets",
        "from Queue import Queue",
        "for a in d.iteritems(): pass",
        "for a in d.iteritems(  # all\n): pass",
        "import urllib\nurllib.urlopen(a)",
    ],
)
def test_marks_are_seen_where_they_are_code(text: str) -> None:
    assert reading._may_have_marks(text)
    assert marks.is_python2(text)


def test_unasked_are_the_fixers_that_the_engine_makes_for_those_alone_who_name_them():
    optional = set()
    for module in engine.part("refactor").get_fixers_from_package(f"{engine.name()}.fixes"):
        name = module.rpartition(".fix_")[2]
        fixer = getattr(importlib.import_module(module), "Fix" + "".join(each.title() for each in name.split("_")))
        if fixer.explicit:
            optional.add(name)
    assert optional == needed.UNASKED
