"""The head view's page against bertviz' in one Chromium: its size, and the time until it is drawn and redrawn.

    python benchmarks/views.py SCRIPTS [--layers 12] [--heads 12] [--tokens 128] [--runs 5]

SCRIPTS holds what bertviz' page loads from a content delivery network, as `npm install d3@5 jquery@3 requirejs` puts
it: d3/dist/d3.min.js, jquery/dist/jquery.min.js and requirejs/require.js; its page is given those instead. Needs
bertviz, torch, selenium and Chromium.
"""

import argparse
import re
import statistics
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bert_tf.views import head_view  # noqa: E402
from tests.support import browser  # noqa: E402

DRAWN = {
    "ours": "return document.querySelector('canvas.whole')?.dataset.drawn === 'true'",
    "bertviz": "return document.querySelectorAll('#vis line').length > 0",
}
# Chooses the second layer and gives the milliseconds until it is shown.
LAYER = """
const [selector, done] = arguments;
const menu = document.querySelector(selector);
const start = performance.now();
menu.selectedIndex = 1;
menu.dispatchEvent(new Event("change", { bubbles: true }));
const drawn = () => document.querySelector("canvas.whole:not([data-drawn])") === null;
const wait = () => setTimeout(() => (drawn() ? done(performance.now() - start) : requestAnimationFrame(wait)));
requestAnimationFrame(wait);
"""
MENUS = {"ours": ".stepper select", "bertviz": "select#layer"}
# Points at one token after the other and gives the milliseconds from the first to the picture after the last.
HOVER = """
const [selector, kind, done] = arguments;
const tokens = [...document.querySelectorAll(selector)].slice(0, 5);
const start = performance.now();
const next = (place) => {
  if (place === tokens.length) return done((performance.now() - start) / tokens.length);
  tokens[place].dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerType: "mouse" }));
  requestAnimationFrame(() => setTimeout(() => next(place + 1)));
};
next(0);
"""
TOKENS = {"ours": (".queries button", "pointerover"), "bertviz": ("#left .background", "mouseover")}


def theirs(attention, tokens, scripts):
    """bertviz' page, which loads its scripts from disk."""
    import bertviz
    import torch

    page = bertviz.head_view([torch.tensor(each)[None] for each in attention], tokens, html_action="return").data
    page = re.sub(r'src="https:[^"]*require[^"]*"', f'src="file://{scripts}/requirejs/require.js"', page)
    for name, path in (("d3", "d3/dist/d3.min"), ("jquery", "jquery/dist/jquery.min")):
        page = re.sub(rf"\b{name}: '[^']*'", f"{name}: 'file://{scripts}/{path}'", page)
    return f"<!doctype html><meta charset=utf-8><body>{page}"


def opened(driver, path, name):
    """Milliseconds from the start of the navigation until the lines are there and shown."""
    driver.get("about:blank")
    driver.get(f"file://{path}")
    browser.wait(driver, DRAWN[name], 120)
    return driver.execute_async_script("requestAnimationFrame(() => setTimeout(() => arguments[0](performance.now())))")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scripts", type=Path)
    for name, number in (("layers", 12), ("heads", 12), ("tokens", 128), ("runs", 5)):
        parser.add_argument(f"--{name}", type=int, default=number)
    chosen = parser.parse_args()
    shape = (chosen.layers, chosen.heads, chosen.tokens, chosen.tokens)
    scores = np.exp(np.random.default_rng(0).normal(0, 2, shape))
    attention = (scores / scores.sum(-1, keepdims=True)).astype("float32")
    tokens = [f"token{place}" for place in range(chosen.tokens)]
    with tempfile.TemporaryDirectory() as folder, browser.chromium() as driver:
        paths = {name: Path(folder, f"{name}.html") for name in DRAWN}
        head_view.from_arrays(attention, tokens).save(paths["ours"])
        paths["bertviz"].write_text(theirs(attention, tokens, chosen.scripts.resolve()), encoding="utf-8")
        browser.look(driver)
        driver.set_script_timeout(120)
        sizes = {name: path.stat().st_size for name, path in paths.items()}
        times = {name: {"open": [], "point": [], "layer": []} for name in DRAWN}
        for _ in range(chosen.runs):
            for name, path in paths.items():  # in turn, so that both meet the same machine
                times[name]["open"].append(opened(driver, path, name))
                times[name]["point"].append(driver.execute_async_script(HOVER, *TOKENS[name]))
                times[name]["layer"].append(driver.execute_async_script(LAYER, MENUS[name]))
    for name, found in times.items():
        print(f"{name:8} {sizes[name] / 1e6:6.2f} MB", end="  ")
        for what, values in found.items():
            print(f"{what} {statistics.median(values):8.1f} ms ({min(values):.1f} to {max(values):.1f})", end="  ")
        print()


if __name__ == "__main__":
    main()
