"""Fonts for letters that matplotlib's own lacks: one that is installed is found, and its letter is drawn."""

import logging

import pytest

from bert_tf.views import fonts, head_view
from bert_tf.views.matplotlib_door import load
from tests.support.attention import drawn

NAME = "Only Bamboo"
BAMBOO = "竹"


@pytest.fixture(params=[BAMBOO, "ጥ"])
def installed(request, tmp_path):
    """A font with a square for one letter that DejaVu lacks, known to matplotlib as if it were installed."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (900, 700), (900, 0)):
        pen.lineTo(point)
    pen.closePath()
    glyph, empty = pen.glyph(), TTGlyphPen(None).glyph()
    built = FontBuilder(1000, isTTF=True)
    built.setupGlyphOrder([".notdef", "square"])
    built.setupCharacterMap({ord(request.param): "square"})
    built.setupGlyf({".notdef": empty, "square": glyph})
    built.setupHorizontalMetrics({".notdef": (1000, 0), "square": (1000, 0)})
    built.setupHorizontalHeader(ascent=800, descent=-200)
    built.setupNameTable({"familyName": NAME, "styleName": "Regular"})
    built.setupOS2(usWeightClass=400)
    built.setupPost()
    built.save(tmp_path / "only.ttf")
    manager = load("font_manager").fontManager
    before = manager.ttflist[:]
    manager.ttflist[:] = [each for each in before if each.name == fonts.OWN]
    fonts.families.cache_clear()
    yield request.param, lambda: (manager.addfont(tmp_path / "only.ttf"), fonts.families.cache_clear())
    manager.ttflist[:] = before
    fonts.families.cache_clear()


def test_no_more_fonts_than_are_needed():
    assert fonts.families(frozenset("bam → boo ∂é")) == [fonts.OWN]


def test_a_letter_of_an_installed_font_is_drawn(installed, caplog):
    letter, install = installed
    view = head_view.from_arrays(drawn(1, 1, 2), ["bam", letter * 2])
    assert fonts.families(frozenset(letter)) == [fonts.OWN]
    box = view.picture("png", dpi=60)
    install()
    assert fonts.families(frozenset("a" + letter)) == [fonts.OWN, NAME]
    with caplog.at_level(logging.WARNING, "matplotlib"):
        assert view.picture("png", dpi=60) != box
    assert caplog.records == []
    assert NAME in view.picture("svg").decode() and letter * 2 in view.picture("svg").decode()
