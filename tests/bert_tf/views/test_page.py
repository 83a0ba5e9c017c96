"""The page: whole in itself, ASCII, and tokens are text."""

import base64
import hashlib
import html
import json
import re

import numpy as np
import pytest

from bert_tf.views import head_view, model_view, page
from tests.support.attention import HOSTILE, drawn

KINDS = sorted(each.stem for each in page.FOLDER.parent.joinpath("pictures").glob("[a-z]*.py") if each.stem != "canvas")


@pytest.fixture(scope="module")
def hostile():
    return head_view.from_arrays(drawn(1, 2, len(HOSTILE)), HOSTILE, title=HOSTILE[1]).html()


def test_hostile_tokens_are_text(hostile):
    assert hostile.isascii() and "\0" not in hostile
    assert hostile.lower().count("<script") == hostile.lower().count("</script") == 2
    assert "onerror" not in re.sub(r'<script type="application/json".*?</script>|<title>.*?</title>', "", hostile)
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', hostile)[1]
    assert json.loads(data)["grids"][0]["keys"] == HOSTILE
    assert html.unescape(re.search("<title>(.*?)</title>", hostile, re.DOTALL)[1]) == HOSTILE[1]


def test_the_policy_lets_nothing_run_but_what_is_inside(hostile):
    found = re.search('Content-Security-Policy" content="(.*?)"', hostile)[1]
    rules = dict(rule.strip().split(" ", 1) for rule in html.unescape(found).split(";"))
    assert rules["default-src"] == "'none'" and "unsafe" not in found and "http" not in found
    for name, element in (("script-src", '<script type="module">'), ("style-src", "<style>")):
        text = hostile.split(element)[1].split("</")[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert rules[name] == f"'sha256-{digest}'"


@pytest.mark.parametrize("kind", KINDS)
def test_no_outside_address_and_no_markup_from_text(kind):
    script = page.bundle(kind).replace('"http://www.w3.org/2000/svg"', "")  # a name, which nothing asks for
    assert not re.search(r"https?:|//\w+\.|import |export |innerHTML|outerHTML|insertAdjacentHTML|eval\(", script)
    assert "</" not in script and "<!--" not in script


@pytest.mark.parametrize("kind", KINDS)
def test_modules_share_no_name(kind):
    names = re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", page.bundle(kind), re.MULTILINE)
    assert len(names) > 10 and len(names) == len(set(names)), sorted(n for n in names if names.count(n) > 1)


def test_every_module_is_drawn_by_some_kind():
    scripts = "\n".join(page.bundle(kind) for kind in KINDS)
    for path in page.FOLDER.glob("*.js"):
        if path.name != "eslint.config.js":
            for name in re.findall(r"^export (?:async )?function (\w+)", path.read_text("ascii"), re.MULTILINE):
                assert f"function {name}(" in scripts


@pytest.mark.parametrize("count, most", [(128, 3_000_000), pytest.param(256, 9_000_000, marks=pytest.mark.slow)])
def test_size_at_12_by_12(count, most):
    attention = drawn(12, 12, count)  # noise, which compresses worse than any model's attention
    tokens = [f"token{place}" for place in range(count)]
    assert len(head_view.from_arrays(attention, tokens).html()) < most


def test_the_same_view_gives_the_same_page():
    views = [model_view.from_arrays(drawn(), list("abcde")) for _ in range(2)]
    assert views[0].html() == views[1].html()


def test_saving(tmp_path):
    view = head_view.from_arrays(drawn(), list("abcde"))
    assert view.save(tmp_path / "a.html").read_text("ascii") == view.html()
    assert json.loads(view.save(tmp_path / "a.json").read_bytes())["kind"] == "head"
    for name, options, message in (
        ("a.pdf", {}, r"saved as .html, .png, .svg, .json; received 'a.pdf'"),
        ("b.html", {"layers": 1}, "layers are for pictures"),
        ("b.png", {"layers": 7}, "the layers are 0, 1; received 7"),
        ("b.svg", {"heads": [9]}, "the heads are 0 to 2; received 9"),
        ("b.png", {"part": "A → B"}, "the parts are All; received"),
        ("b.png", {"token": 5}, "the tokens are 0 to 4; received 5"),
    ):
        with pytest.raises(ValueError, match=message):
            view.save(tmp_path / name, **options)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.html", "a.json"]


def test_numbers_on_the_page_are_near():
    from bert_tf.views.packing import unpack

    attention = drawn(2, 3, 40)
    data = json.loads(head_view.from_arrays(attention, ["t"] * 40).json())
    np.testing.assert_allclose(unpack(data["grids"][0]["weights"]), attention.reshape(6, 40, 40), atol=2e-5)
