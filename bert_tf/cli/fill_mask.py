"""`bert-tf fill-mask TEXT`: what stands where a text has [MASK]."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bert_tf.cli import progress, with_model


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "fill-mask",
        help="the likeliest words where a text has [MASK]",
        description="The likeliest words for each [MASK] of a text, with their probabilities.",
    )
    parser.add_argument("text", metavar="TEXT", help="such as 'What do [MASK] eat other than bamboo?'")
    parser.add_argument("--top", type=int, default=5, help="how many words (5)")
    with_model.add_model(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    with progress.bar("loading the model"):
        from bert_tf.tasks.fill_mask import fill_mask

        model, tokenizer = with_model.load(chosen, "fill-mask")
        found = fill_mask(model, tokenizer, chosen.text, chosen.top)
    if chosen.json:
        masks = [{"position": each.position, "guesses": [g._asdict() for g in each.guesses]} for each in found]
        print(json.dumps({"text": chosen.text, "masks": masks}, ensure_ascii=False, indent=1))
        return 0
    for number, each in enumerate(found, 1):
        if len(found) > 1:
            print(f"mask {number}")
        for guess in each.guesses:
            print(f"{guess.probability:6.1%}  {guess.token:16} {guess.text}")
    return 0
