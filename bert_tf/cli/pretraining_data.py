"""`bert-tf pretraining-data TEXT… --model PATH --out FILE`: raw text as what a BERT is pre-trained on."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from bert_tf.cli import progress

# Option, kind, default, help; the names and defaults are those of google-research/bert's `create_pretraining_data.py`.
SETTINGS = (
    ("max_seq_length", int, 128, "tokens of an example"),
    ("max_predictions_per_seq", int, 20, "the most tokens that are hidden in one"),
    ("masked_lm_prob", float, 0.15, "the share of tokens that are hidden"),
    ("short_seq_prob", float, 0.1, "the share of examples that are shorter"),
    ("dupe_factor", int, 10, "how often each text is used, with other tokens hidden"),
    ("random_seed", int, 12345, "decides all that is drawn"),
)


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "pretraining-data",
        help="raw text as what a BERT is pre-trained on: hidden words, and sentences that follow or not",
        description="Writes TFRecord files as google-research/bert's create_pretraining_data.py does, to the byte for "
        "the same seed; its programs read them, and `bert_tf.train.pretraining.records.dataset` for `fit`.",
    )
    parser.add_argument("texts", metavar="TEXT", nargs="+", help="UTF-8: a sentence a line, empty lines between texts")
    parser.add_argument("--model", metavar="PATH", required=True, help="a checkpoint's folder, or a vocab.txt")
    parser.add_argument("--out", metavar="FILE", nargs="+", required=True, help="one file, or several that share it")
    parser.add_argument("--cased", action="store_true", help="keep capital letters, whatever the folder says")
    parser.add_argument("--whole-words", action="store_true", help="hide all pieces of a word or none")
    for name, kind, default, text in SETTINGS:
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=default, help=f"{text} ({default})")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE if it is there")
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    for out in map(Path, chosen.out):
        if out.exists() and not chosen.overwrite:
            raise FileExistsError(f"{out} exists; give another path, or --overwrite.")
        out.parent.mkdir(parents=True, exist_ok=True)
    with progress.bar("making examples"):
        from bert_tf import BertTokenizer
        from bert_tf.train.pretraining import records
        from bert_tf.train.pretraining.instances import Settings

        given = {name: getattr(chosen, name) for name, *_ in SETTINGS}
        settings = Settings(**given, do_whole_word_mask=chosen.whole_words)
        changes = {"do_lower_case": False} if chosen.cased else {}
        tokenizer = BertTokenizer.from_pretrained(chosen.model, **changes)
        count = records.write(chosen.texts, tokenizer, chosen.out, settings)
    if chosen.json:
        print(json.dumps({"out": chosen.out, "examples": count}, indent=1))
    else:
        print(f"{', '.join(chosen.out)}: {count:,} examples")
    return 0
