"""The pages in a real Chromium: opened from disk without a network, pointed at, clicked, and by keyboard alone."""

import shutil

import numpy as np
import pytest

from bert_tf.views import compare_view, graph_view, head_view, model_view, neuron_view, stage_view
from tests.bert_tf.views.test_graph import ROWS
from tests.bert_tf.views.test_neuron import KEY, QUERY
from tests.support import browser
from tests.support.attention import HOSTILE, TOKENS, drawn

pytestmark = pytest.mark.slow
STAGES = {
    f"layer.{layer}.{stage}": np.random.default_rng(layer).normal(0, 1, (1, 3, 5, 4) if "." in stage else (1, 5, 12))
    for layer in (0, 1)
    for stage in ("attention.query", "attention.key", "output")
}
LINES = "canvas.lines:not([hidden])"
VIEWS = {
    "head": lambda: head_view.from_arrays(drawn(), TOKENS, sentence_b_start=2),
    "model": lambda: model_view.from_arrays(drawn(), TOKENS, sentence_b_start=2),
    "neuron": lambda: neuron_view.from_arrays(QUERY, KEY, TOKENS, sentence_b_start=2),
    "stage": lambda: stage_view.from_arrays(STAGES, TOKENS, {**STAGES, "layer.1.output": STAGES["layer.0.output"]}),
    "compare": lambda: compare_view.from_arrays(drawn(seed=1), drawn(seed=2), TOKENS, sentence_b_start=2),
    "graph": lambda: graph_view.from_arrays(ROWS),
}  # fmt: skip


@pytest.fixture(scope="module")
def chrome():
    if shutil.which("chromedriver") is None:
        pytest.skip("a real browser is needed: Debian's packages chromium and chromium-driver")
    with browser.chromium() as driver:
        yield driver


@pytest.fixture
def page(chrome, tmp_path):
    """Opens a view's page; a word on the console afterwards is a failure."""
    chrome.get_log("browser")

    def show(view, **how):
        browser.look(chrome, **how)
        browser.visit(chrome, view.save(tmp_path / "view.html"))
        return browser.Page(chrome)

    yield show
    assert browser.errors(chrome) == []


@pytest.mark.parametrize("kind", VIEWS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [360, 1100])
def test_opens_and_fits(page, kind, dark, width):
    shown = page(VIEWS[kind](), width=width, dark=dark)
    assert shown.run("return document.documentElement.scrollWidth") <= width
    back = shown.run("return getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, back[4:-1].split(", "))) < 64) is dark
    assert shown.run("return performance.getEntriesByType('resource').length") == 0
    assert len(shown.colors()) > 30


def test_a_policy_that_is_broken_is_heard_of(chrome, tmp_path):
    """The check for errors is one that can fail."""
    text = VIEWS["head"]().html().replace("<main", "<script>1</script><main")
    (tmp_path / "view.html").write_text(text)
    browser.visit(chrome, tmp_path / "view.html")
    assert "Content Security Policy" in browser.errors(chrome)[0]


def test_pointing_isolates(page):
    shown = page(VIEWS["head"]())
    before = shown.ink(LINES)
    shown.point(".queries button[data-place='2']")
    alone = shown.ink(LINES)
    assert 0 < alone < before / 2
    assert shown.text(".status").startswith("bam attends to")
    shown.point("h1")
    assert shown.ink(LINES) == before


def test_a_tap_isolates(page):
    shown = page(VIEWS["head"](), touch=True)
    before = shown.ink(LINES)
    shown.tap(".keys button[data-place='1']")
    assert 0 < shown.ink(LINES) < before / 2 and shown.text(".status").startswith("the is attended to by")
    shown.tap(".keys button[data-place='1']")
    assert shown.ink(LINES) == before


def test_heads_and_layers(page):
    shown = page(VIEWS["head"]())
    whole = shown.picture(LINES)
    shown.click("[data-head='1']")
    assert shown.pressed("[data-head='1']") == "false" and shown.picture(LINES) != whole
    shown.click("[data-head='1']")
    assert shown.picture(LINES) == whole
    shown.choose("Layer", "1")
    assert shown.picture(LINES) != whole and shown.text(".status").startswith("Layer 1")
    shown.choose("Layer", "0")
    shown.choose("Attention", "A → B")
    assert shown.texts(".keys button") == TOKENS[2:] and shown.texts(".queries button") == TOKENS[:2]


def test_keyboard_alone(page):
    shown = page(VIEWS["head"]())
    whole = shown.picture(LINES)
    shown.tab_to(".stepper select")
    shown.keys("ArrowDown")
    assert shown.text(".status").startswith("Layer 1")
    shown.keys("ArrowUp")
    shown.tab_to("[data-head='0']")
    shown.keys("Space")
    assert shown.pressed("[data-head='0']") == "false" and shown.picture(LINES) != whole
    shown.keys("Space")
    shown.tab_to(".queries button")
    shown.keys("ArrowDown", "ArrowDown")
    assert shown.text(".status").startswith("bam attends to")
    shown.keys("ArrowRight")
    assert shown.text(".status").startswith("bam is attended to by")
    shown.keys("Enter", "Tab")
    assert shown.text(".status").startswith("bam is attended to by")  # kept
    shown.tab_to(".keys button")
    shown.keys("Escape", "Tab")
    assert shown.picture(LINES) == whole
    shown.tab_to("summary")
    shown.keys("Enter")
    assert len(shown.texts("tbody th")) == len(TOKENS)


def test_the_table_holds_the_numbers(page):
    shown = page(head_view.from_arrays(drawn(), TOKENS, heads=[1], layer=1))
    shown.click(".queries button[data-place='3']")
    shown.click("summary")
    assert [float(each) for each in shown.texts("tbody td")] == [round(float(each), 3) for each in drawn()[1, 1, 3]]


def test_model_view(page):
    shown = page(VIEWS["model"]())
    assert len(shown.texts(".thumb")) == 6
    first = shown.picture(".thumb canvas")
    shown.click(".toggle")
    assert shown.picture(".thumb canvas") != first
    shown.tab_to(".thumb")
    shown.keys("ArrowRight", "ArrowDown", "Enter")
    assert shown.text("dialog h2") == "Layer 1, head 1"
    shown.point("dialog .matrix")
    assert "bam attends to bam: " in shown.text("dialog .status")
    shown.keys("Escape")
    assert shown.run("return document.querySelector('dialog').open") is False
    assert shown.run("return document.activeElement.title") == "Layer 1, head 1"


def test_neuron_view(page):
    shown = page(VIEWS["neuron"]())
    assert shown.text(".status").startswith("Layer 0, head 0: the attends to")
    cells = shown.picture(".neurons canvas:last-of-type")
    shown.point(".choices [data-place='2']")
    assert shown.text(".chosen") == "query q of bam" and shown.picture(".neurons canvas:last-of-type") != cells
    scores = QUERY[0, 0, 2] @ KEY[0, 0].T / 2
    assert [float(each) for each in shown.texts(".bars.signed li")] == [round(float(each), 2) for each in scores]
    shown.choose("Head", "2")
    shown.tab_to(".choices button")
    shown.keys("ArrowUp")
    assert shown.text(".status").startswith("Layer 0, head 2: the attends to")
    shown.point(".cells")
    assert shown.text(".status").startswith("bam, dimension ")


def test_stage_view(page):
    shown = page(VIEWS["stage"]())
    assert shown.text(".status").startswith("layer.1.output is the first of 6 stages to depart")
    assert "\u2713" in shown.text("[data-stage='layer.0.output'] p:last-child")
    first = shown.picture(".heat")
    shown.choose("Layer", "1")
    assert shown.picture(".heat") != first
    assert "\u2717 departs" in shown.text("[data-stage='layer.1.output'] p:last-child")
    shown.point("[data-stage='layer.1.output'] .heat")
    assert shown.text(".status").startswith("layer.1.output, bam, column ")
    assert shown.run("return document.querySelectorAll('.arrows .line').length") == 0
    shown.click("summary")
    assert shown.texts("tbody th") == [f"layer.1.{each}" for each in ("attention.query", "attention.key", "output")]


def test_compare_view(page):
    shown = page(VIEWS["compare"]())
    apart = np.abs(drawn(seed=1) - drawn(seed=2)).sum(-1).mean(-1) / 2
    assert [float(each) for each in shown.texts(".distance")] == [round(float(each), 2) for each in apart.flat]
    layer, head = np.unravel_index(apart.argmax(), apart.shape)
    assert shown.pressed(f"[data-layer='{layer}'][data-head='{head}']") == "true"
    pictures = [shown.picture(f"[data-panel='{name}']") for name in ("one", "other", "difference")]
    assert len(set(pictures)) == 3
    shown.tab_to(".distance")
    shown.keys("ArrowDown", "ArrowRight", "Enter")
    assert shown.text(".status").startswith("Layer 1, head ")
    shown.point("[data-panel='one']")
    assert shown.text(".status").startswith("bam attends to bam: before 0.")


def test_graph_view(page):
    shown = page(VIEWS["graph"]())
    assert shown.texts(".name") == ["x", "net", "loss"]
    assert shown.run("return document.querySelectorAll('.arrows .line').length") == 3
    shown.tab_to("[data-path='net'] > button")
    shown.keys("Enter")
    assert shown.texts("[data-path='net'] .inside .name") == ["w", "mul", "add"]
    assert shown.run("return document.activeElement.getAttribute('aria-expanded')") == "true"
    shown.keys("Enter")
    assert shown.texts(".name") == ["x", "net", "loss"]
    shown.point("[data-path='x'] button")
    assert shown.text(".status") == "x: Placeholder"


def test_hostile_tokens(page):
    view = head_view.from_arrays(drawn(1, 2, len(HOSTILE)), HOSTILE, title=HOSTILE[0])
    shown = page(view, width=500)
    expected = [token.replace("\ud800", "\ufffd") for token in HOSTILE]
    found = shown.run("return [...document.querySelectorAll('.keys button')].map(each => each.title.toWellFormed())")
    assert found == expected
    assert shown.run("return document.querySelectorAll('script, img').length") == 2
    assert shown.run("return document.title").startswith("<script>")
    assert shown.run("return document.documentElement.scrollWidth") <= 500


def test_several_in_frames(page, chrome, tmp_path):
    """As a notebook shows them: frames with srcdoc, whose scripts cannot reach the notebook."""
    frames = "".join(view()._repr_mimebundle_()["text/html"] for view in VIEWS.values())
    (tmp_path / "notebook.html").write_text(f"<!doctype html><meta charset=utf-8>{frames}", encoding="utf-8")
    chrome.get(f"file://{tmp_path}/notebook.html")
    for place, kind in enumerate(VIEWS):
        chrome.switch_to.frame(place)
        browser.wait(chrome, f"return document.querySelector('[data-ready] .view.{kind}') !== null")
        chrome.switch_to.default_content()
    assert chrome.execute_script("return [...document.images].map(each => getComputedStyle(each).display)") == [
        "none"
    ] * len(VIEWS)
