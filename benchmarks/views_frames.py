"""How smoothly each view's page moves at 12 layers × 12 heads: milliseconds from one picture to the next while a reader
points at something else in every picture, and the page's size and opening time.

    python benchmarks/views_frames.py [--tokens 256] [--kinds head,model,neuron,compare,stage]

The attention is noise, which compresses worse and has more lines than any model's. Needs selenium and Chromium, which
here draws without a graphics card.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bert_tf import views  # noqa: E402
from tests.support import browser  # noqa: E402

LAYERS, HEADS, SIZE = 12, 12, 64
NEXT = ".stepper button:last-of-type"
# Kind -> what is done: its name, to what, and the event. Model's last is within the enlarged head, then open.
MOVES = {
    "head": [("point", ".queries button", "pointerover"), ("next layer", NEXT, "click"), ("a head", ".chip", "click")],
    "model": [("as lines", ".toggle", "click"), ("enlarge", ".thumb", "click"),
              ("point", "dialog .queries button", "pointerover")],
    "neuron": [("point", ".choices button", "pointerover"), ("next layer", NEXT, "click")],
    "compare": [("another head", ".distance", "click")],
    "stage": [("next layer", NEXT, "click")],
}  # fmt: skip
# Does it once a picture to one element after the other, and gives the milliseconds from each picture to the next.
MOVE = """
const [selector, kind, count, done] = arguments;
const all = [...document.querySelectorAll(selector)];
const gaps = [];
let [last, at] = [null, 0];
const step = (now) => {
  if (last !== null) gaps.push(now - last);
  last = now;
  if (at === count) return done(gaps.slice(1));
  const Made = kind === "click" ? MouseEvent : PointerEvent;
  all[at++ % all.length].dispatchEvent(new Made(kind, { bubbles: true, pointerType: "mouse" }));
  requestAnimationFrame(step);
};
requestAnimationFrame(step);
"""
OPEN = "requestAnimationFrame(() => setTimeout(() => arguments[0](performance.now())))"


def attention(tokens, seed):
    shares = np.exp(np.random.default_rng(seed).normal(0, 2, (LAYERS, HEADS, tokens, tokens)).astype("float32"))
    return shares / shares.sum(-1, keepdims=True)


def stages(tokens):
    draw = np.random.default_rng(0)
    shapes = dict.fromkeys(("query", "key", "value"), (HEADS, tokens, SIZE)) | {
        "scores": (HEADS, tokens, tokens),
        "probs": (HEADS, tokens, tokens),
        "output": (tokens, HEADS * SIZE),
    }
    return {
        f"layer.{layer}.attention.{name}": draw.uniform(0, 1, (1, *shape)).astype("float32")
        for layer in range(LAYERS)
        for name, shape in shapes.items()
    }


def made(kind, names):
    """One view of this kind."""
    size = len(names)
    if kind == "compare":
        return views.compare_view.from_arrays(attention(size, 0), attention(size, 1), names)
    if kind == "neuron":
        shape = (2, LAYERS, HEADS, size, SIZE)
        return views.neuron_view.from_arrays(*np.random.default_rng(0).normal(0, 1, shape).astype("float32"), names)
    if kind == "stage":
        return views.stage_view.from_arrays(stages(size), names)
    return getattr(views, f"{kind}_view").from_arrays(attention(size, 0), names)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tokens", type=int, default=256)
    parser.add_argument("--kinds", default=",".join(MOVES))
    parser.add_argument("--times", type=int, default=40, help="how often each is done")
    chosen = parser.parse_args()
    names = [f"token{place}" for place in range(chosen.tokens)]
    with tempfile.TemporaryDirectory() as folder, browser.chromium() as driver:
        driver.set_script_timeout(120)
        browser.look(driver)
        for kind in chosen.kinds.split(","):
            path = made(kind, names).save(Path(folder, f"{kind}.html"))
            browser.visit(driver, path)
            opened = driver.execute_async_script(OPEN)
            print(f"{kind:8} {path.stat().st_size / 1e6:5.2f} MB, open {opened:5.0f} ms", flush=True)
            for name, selector, event in MOVES[kind]:
                gaps = driver.execute_async_script(MOVE, selector, event, chosen.times)
                middle, most = np.percentile(gaps, [50, 95])
                print(f"    {name:12} median {middle:6.1f} ms, 95 of 100 within {most:6.1f} ms", flush=True)


if __name__ == "__main__":
    main()
