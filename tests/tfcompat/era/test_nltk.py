"""NLTK's old names, on a small likeness of NLTK."""

import collections
import sys
import types

import pytest

from tfcompat.era import names


@pytest.fixture
def nltk(monkeypatch):
    module, module.asked = types.ModuleType("nltk"), []
    module.FreqDist = type("FreqDist", (collections.Counter,), {})
    module.download = lambda name=None, quiet=False: module.asked.append((name, quiet)) or name != "absent"
    monkeypatch.setitem(sys.modules, "nltk", module)
    original = module.download
    names.give("nltk")
    yield module
    names.take_back()
    assert module.download is original and not hasattr(module.FreqDist, "inc")


def test_counting(nltk):
    words = nltk.FreqDist("aab")
    words.inc("b")
    words.inc("c", 3)
    assert dict(words) == {"a": 2, "b": 2, "c": 3}


def test_data_that_has_a_successor(nltk):
    assert nltk.download("punkt", quiet=True) and not nltk.download("absent") and nltk.download("stopwords")
    assert nltk.asked == [("punkt", True), ("punkt_tab", True), ("absent", False), ("stopwords", False)]
