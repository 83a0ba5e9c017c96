"""`bert-tf answer QUESTION FILE`: the words of a file that answer a question, marked in their paragraph."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bert_tf.cli import progress, with_model


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "answer",
        help="the words of a file that answer a question",
        description="The span that answers best, and its paragraph with the span marked. Exit code 1 if the model "
        "finds no answer.",
    )
    parser.add_argument("question", metavar="QUESTION")
    parser.add_argument("file", metavar="FILE", help="paragraphs with empty lines between them")
    parser.add_argument("--top", type=int, default=1, help="from how many paragraphs (1)")
    with_model.add_model(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, or 1 if there is no answer."""
    with progress.bar("loading the model"):
        from bert_tf.tasks import passages
        from bert_tf.tasks.answer import answer

        texts = passages.paragraphs(chosen.file)
        model, tokenizer = with_model.load(chosen, "answer")
        found = answer(model, tokenizer, chosen.question, texts, chosen.top)
    if chosen.json:
        rows = [{**each._asdict(), "marked": each.marked} for each in found]
        print(json.dumps({"question": chosen.question, "answers": rows}, ensure_ascii=False, indent=1))
    elif not found:
        print("the model finds no answer in this file.")
    else:
        print("\n\n".join(f"{each.text}  ({each.probability:.0%})\n{each.marked}" for each in found))
    return 0 if found else 1
