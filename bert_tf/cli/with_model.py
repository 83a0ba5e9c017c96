"""What the commands that ask a model something have in common: which model, and JSON or text."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def add_model(parser: argparse.ArgumentParser) -> None:
    """`--model`, `--gelu` and `--json`."""
    parser.add_argument("--model", metavar="PATH", help="a checkpoint of any format, with its vocabulary")
    parser.add_argument("--gelu", choices=("erf", "tanh"), help="what gelu means in a TensorFlow 1 checkpoint")
    parser.add_argument("--json", action="store_true", help="the result as JSON")


def load(chosen: argparse.Namespace, task: str) -> tuple[Any, Any]:
    """The model and its tokenizer; for `rank` without `--model` the MiniLM of an installed package.

    Raises:
      ValueError: no model is given, or it cannot do the task; with what to give.
    """
    from bert_tf.tasks import needs

    return needs.load(task, path(chosen, task), chosen.gelu)


def path(chosen: argparse.Namespace, task: str) -> str | Path:
    """What `--model` says; for tasks that need vectors the MiniLM of an installed package, where it says nothing.

    Raises:
      ValueError: there is none of them; with what to give.
    """
    from bert_tf.checkpoints import mini_lm
    from bert_tf.tasks import needs

    need = needs.NEEDS[task]
    found = chosen.model or (mini_lm.folder() if need.head == "SentenceEmbedder" else None)
    if found is None:
        raise ValueError(f"give --model PATH: {need.give}.")
    return found
