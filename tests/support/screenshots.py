"""Pictures of every view's page in a real Chromium, to be looked at: light and dark, narrow and wide.

    python -m tests.support.screenshots FOLDER [--only KIND[-SCHEME[-WIDTH]]]

Each is FOLDER/KIND-SCHEME-WIDTH.png with at most 128 colours. Needs selenium, Pillow and Chromium.
"""

import argparse
import io
import tempfile
from pathlib import Path

from tests.support import browser

WIDTHS = {"narrow": 390, "wide": 1000}
TALLEST = 1500
IT = "The animal didn't cross the street because it was too tired."
TRUNK = ("The elephant lifted the log with its trunk.", "He put the log into the trunk of his car.")
CITY = "Where are the best Italian restaurants in the city?"
DIRECTIONS = "熊猫吃竹子 الباندا يأكل الخيزران הפנדה אוכלת"


def made():
    """Name -> view, each made when it is asked for."""
    from bert_tf import views
    from bert_tf.walkthrough import sources

    source = sources.mini_lm() or sources.drawn([IT, *TRUNK, CITY])
    given = source.model, source.tokenizer

    def compared():
        other = sources.mini_lm() or sources.drawn([IT, *TRUNK, CITY])
        other.model.prune_heads({0: [0, 3, 7]})
        return views.compare_view(source.model, other.model, source.tokenizer, IT)

    def directions():
        drawn = sources.drawn([DIRECTIONS])
        return views.head_view(drawn.model, drawn.tokenizer, DIRECTIONS, include_layers=[0, 1])

    return {
        "head": lambda: views.head_view(*given, IT, layer=2),
        "model": lambda: views.model_view(*given, *TRUNK),
        "neuron": lambda: views.neuron_view(*given, IT, layer=2, head=1),
        "stage": lambda: views.stage_view(*given, CITY, reference=_reference(source)),
        "compare": compared,
        "graph": _graph,
        "directions": directions,
    }


def _reference(source):
    from bert_tf import torch_door

    return source.reference() if torch_door.available() else None


def _graph():
    import tensorflow

    from bert_tf.views import graph_view

    tf = tensorflow.compat.v1
    with tf.Graph().as_default() as graph:
        x = tf.placeholder(tf.float32, [None, 784], name="images")
        labels = tf.placeholder(tf.int64, [None], name="labels")
        with tf.variable_scope("hidden"):
            w = tf.get_variable("w", [784, 30])
            hidden = tf.nn.relu(tf.matmul(x, w))
        with tf.variable_scope("output"):
            logits = tf.matmul(hidden, tf.get_variable("w", [30, 10]))
        with tf.name_scope("loss"):
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    return graph_view(graph, title="A network for digits, as in 2017")


def act(page, kind):
    """What a reader does first, so that a picture shows it."""
    if kind == "head":
        place = page.texts(".queries button").index("it")
        page.point(f".queries button[data-place='{place}']")
    if kind == "neuron":
        page.point(".choices [data-place='8']")
    if kind == "graph":
        page.click("[data-path='hidden'] > button")
    page.settle()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="the start of a picture's name")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, browser.chromium() as driver:
        for kind, view in made().items():
            if not (chosen.only.startswith(kind) or kind.startswith(chosen.only)):
                continue
            path = view().save(Path(folder, "view.html"))
            for dark in (False, True):
                for name, width in WIDTHS.items():
                    to = chosen.folder / f"{kind}-{'dark' if dark else 'light'}-{name}.png"
                    if to.name.startswith(chosen.only):
                        _shoot(driver, path, kind, width, dark, to)
                        print(to, to.stat().st_size)


def _shoot(driver, path, kind, width, dark, to):
    from PIL import Image

    browser.look(driver, width=width, height=800, dark=dark)
    browser.visit(driver, path)
    page = browser.Page(driver)
    height = min(TALLEST, page.run("return document.getElementById('view').offsetHeight"))
    browser.look(driver, width=width, height=height, dark=dark)
    act(page, kind)
    with Image.open(io.BytesIO(driver.get_screenshot_as_png())) as image:
        image.convert("RGB").quantize(128).save(to, optimize=True)


if __name__ == "__main__":
    main()
