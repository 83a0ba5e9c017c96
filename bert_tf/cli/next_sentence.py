"""`bert-tf next-sentence TEXT NEXT…`: which text follows."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bert_tf.cli import progress, with_model


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "next-sentence",
        help="how likely one text follows another",
        description="The probability that each NEXT comes after TEXT, the likeliest first.",
    )
    parser.add_argument("text", metavar="TEXT")
    parser.add_argument("following", metavar="NEXT", nargs="+")
    with_model.add_model(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    with progress.bar("loading the model"):
        from bert_tf.tasks.next_sentence import next_sentence

        model, tokenizer = with_model.load(chosen, "next-sentence")
        found = [(next_sentence(model, tokenizer, chosen.text, each), each) for each in chosen.following]
    found.sort(reverse=True)
    if chosen.json:
        rows = [{"text": text, "probability": probability} for probability, text in found]
        print(json.dumps({"text": chosen.text, "following": rows}, ensure_ascii=False, indent=1))
        return 0
    print(chosen.text)
    for probability, text in found:
        print(f"{probability:6.1%}  {text}")
    return 0
