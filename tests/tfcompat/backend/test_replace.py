"""Replacements inside TensorFlow hold for TensorFlow 1 code alone."""

import sys
import types

import pytest

from tfcompat.backend import mode, replace


@pytest.fixture
def module(monkeypatch):
    """A loaded module `made_up.inner` with a function and a class, and nothing else pending."""
    inner = types.ModuleType("made_up.inner")
    inner.double = lambda x: 2 * x

    class Thing:
        def name(self):
            return "thing"

    inner.Thing = Thing
    monkeypatch.setitem(sys.modules, "made_up.inner", inner)
    monkeypatch.setattr(replace, "_pending", {})
    monkeypatch.setattr(replace, "_applied", {})
    return inner


def test_by_view_and_undone(module):
    before = module.double

    @replace.replaces("made_up.inner.double")
    def double(original, x):
        return original(x) + 1

    replace.apply()
    assert module.double(3) == 7
    with mode.view(tf1=False):
        assert module.double(3) == 6
    replace.undo()
    assert module.double is before


def test_method(module):
    @replace.replaces("made_up.inner.Thing.name")
    def name(original, self):
        return original(self).upper()

    replace.apply()
    assert module.Thing().name() == "THING"


def test_waits_for_its_module(module, monkeypatch):
    @replace.replaces("made_up.later.f", "made_up.inner.absent")
    def f(original):
        return original() + 1

    replace.apply()
    later = types.ModuleType("made_up.later")
    later.f = lambda: 1
    monkeypatch.setitem(sys.modules, "made_up.later", later)
    assert later.f() == 1
    replace.apply()
    assert later.f() == 2
