"""`bert-tf fine-tune TASK TRAIN --model PATH --out FOLDER`: a checkpoint trained for a task."""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from typing import Any

from bert_tf.cli import progress

TASKS = {
    "classification": "a class for a text, or for a pair: columns text, label (and --text-b)",
    "multi-label": "labels for a text, any number of them: columns text, labels; lists, or commas between; or give "
    "--label A B …, a column of 1 and 0 for each",
    "regression": "a number for a text, or for a pair: columns text, label (and --text-b)",
    "tokens": "a label for each word: columns tokens, labels; lists, or texts with blanks",
    "answers": "words of a passage that answer a question: question, context, answer, answer_start; or SQuAD's answers",
    "mask": "words that are hidden in texts: column text",
}
# Option, kind, default, help; the names are those of `Recipe`'s fields.
RECIPE = (
    ("epochs", int, 3, "passes over the data"),
    ("batch_size", int, 32, "examples for each batch"),
    ("learning_rate", float, 5e-5, "the highest rate"),
    ("warmup", float, 0.1, "the share of the updates in which the rate goes up"),
    ("weight_decay", float, 0.01, "of all weights but biases and norms"),
    ("layer_decay", float, 1.0, "what the rate is times for each layer deeper"),
    ("clip_norm", float, 1.0, "the most that all gradients together may measure"),
    ("accumulate", int, 1, "batches for each update"),
    ("seed", int, 0, "decides the order, dropout and new heads"),
    ("patience", int, None, "stop after so many epochs without a better validation loss, and keep the best"),
    ("lora_rank", int, 0, "train adapters of this rank and the head only, and merge them"),
    ("lora_alpha", float, 16.0, "how much the adapters count, times their rank"),
)


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "fine-tune",
        help="a checkpoint trained for a task on CSV or JSON lines",
        description="Trains a checkpoint, and writes the model, its tokenizer and a card into a folder that Hugging "
        "Face reads too. A run that was killed goes on with --resume, to the weights that it would have had.",
        epilog="\n".join(f"{name:15} {text}" for name, text in TASKS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="TASK", help=f"one of {', '.join(TASKS)}")
    parser.add_argument("train", metavar="TRAIN", help="a file: .csv, .tsv, .jsonl")
    parser.add_argument(
        "--model", metavar="PATH", required=True, help="a checkpoint of any format, with its vocabulary"
    )
    parser.add_argument("--out", metavar="FOLDER", required=True, help="where the result goes")
    parser.add_argument("--validation", metavar="FILE", help="what is looked at after each epoch")
    for name in ("text", "text-b"):
        parser.add_argument(f"--{name}", metavar="COLUMN", help=f"the column that is the task's {name}")
    parser.add_argument("--label", metavar="COLUMN", nargs="+", help="the column that is the task's label")
    parser.add_argument("--max-length", type=int, help="tokens of an example (384, or what the model takes)")
    for name, kind, default, text in RECIPE:
        shown = "" if default is None else f" ({default})"
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=default, help=f"{text}{shown}")
    parser.add_argument("--lora-targets", nargs="+", metavar="NAME", default=["query", "value"],
                        help="the layers that are adapted (query value)")  # fmt: skip
    parser.add_argument("--recompute", action="store_true", help="less memory, more time: gradient checkpointing")
    parser.add_argument("--mixed", choices=("float16", "bfloat16"), help="mixed precision")
    parser.add_argument("--gelu", choices=("erf", "tanh"), help="what gelu means in a TensorFlow 1 checkpoint")
    parser.add_argument("--new-head", action="store_true", help="draw the head anew even if the checkpoint has one")
    parser.add_argument("--resume", action="store_true", help="go on with a run that was killed")
    parser.add_argument("--save-every", type=int, default=0, metavar="BATCHES", help="besides each epoch's end")
    parser.add_argument("--tensorboard", metavar="FOLDER", help="where events for TensorBoard go")
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    with progress.bar("starting") as step:
        from bert_tf.train.fine_tune import fine_tune
        from bert_tf.train.recipe import Recipe

        given = {each.name: getattr(chosen, each.name) for each in fields(Recipe)}
        found = fine_tune(
            chosen.task, chosen.train, chosen.model, chosen.out,
            Recipe(**{**given, "lora_targets": tuple(chosen.lora_targets)}), chosen.validation,
            {"text": chosen.text, "text_b": chosen.text_b, "label": _label(chosen.label)}, chosen.max_length,
            f"mixed_{chosen.mixed}" if chosen.mixed else "float32", chosen.gelu, chosen.new_head, chosen.resume,
            chosen.tensorboard, chosen.save_every, step,
        )  # fmt: skip
    if chosen.json:
        print(json.dumps({"out": chosen.out, **found._asdict()}, indent=1))
        return 0
    for number, epoch in enumerate(found.history, 1):
        kept = "  kept" if number == found.best_epoch else ""
        print(f"epoch {number:3}  " + "  ".join(f"{name} {value:.4f}" for name, value in epoch.items()) + kept)
    print(f"written to {chosen.out}")
    return 0


def _label(given: list[str] | None) -> str | tuple[str, ...] | None:
    if given is None:
        return None
    return given[0] if len(given) == 1 else tuple(given)
