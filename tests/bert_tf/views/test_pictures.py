"""Pictures without a browser: what is drawn, and that tokens are never formulas."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from bert_tf.views import head_view, model_view
from tests.support.attention import HOSTILE, TOKENS, drawn

SVG = "{http://www.w3.org/2000/svg}"


def texts(view, **chosen):
    """All texts of the svg, in their order."""
    root = ElementTree.fromstring(view.picture("svg", **chosen))
    return ["".join(each.itertext()).strip() for each in root.iter(f"{SVG}text")]


def test_head_view():
    view = head_view.from_arrays(drawn(), TOKENS)
    found = texts(view, layers=[0, 1], heads=[2, 0])
    assert found.count("bam") == 4 and "layer 1 · heads 0, 2" in found and "layer 0 · heads 0, 2" in found
    assert [each for each in texts(view) if "layer" in each] == ["layer 0 · heads 0, 1, 2"]


def test_one_token_alone_has_its_lines_only():
    view = head_view.from_arrays(drawn(1, 1, 5), TOKENS)
    lines = [len(re.findall(r"clip-path", view.picture("svg", token=token).decode())) for token in (None, 2)]
    assert 1 <= lines[1] <= 5 < lines[0] <= 25


def test_model_view():
    found = texts(model_view.from_arrays(drawn(), TOKENS), layers=1)
    assert "layer 1" in found and "layer 0" not in found and {"head 0", "head 1", "head 2"} <= set(found)


@pytest.mark.parametrize("dark", [False, True])
def test_png(dark):
    data = model_view.from_arrays(drawn(), TOKENS).picture("png", dpi=30, dark=dark)
    assert data.startswith(b"\x89PNG") and data == model_view.from_arrays(drawn(), TOKENS).picture(
        "png", dpi=30, dark=dark
    )


def test_hostile_tokens():
    tokens = [*HOSTILE, "$x^2$", r"\frac{"]
    found = texts(head_view.from_arrays(drawn(1, 1, len(tokens)), tokens))
    assert {"$x^2$", r"\frac{", "竹子"} <= set(found)
    assert any(each.startswith("<script>") for each in found)


def test_parts():
    view = head_view.from_arrays(drawn(), TOKENS, sentence_b_start=2)
    found = texts(view, part="A → B")
    assert [found.count(token) for token in TOKENS] == [1] * 5
