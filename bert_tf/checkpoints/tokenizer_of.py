"""The tokenizer that lies with a checkpoint."""

from __future__ import annotations

import json

from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.tokenizer import BertTokenizer


def tokenizer_of(checkpoint: Checkpoint) -> BertTokenizer:
    """Made of its vocabulary and its settings, whatever the format.

    Raises:
      FileNotFoundError: there is no vocabulary.
    """
    vocabulary = checkpoint.extra_files.get("vocab.txt") or checkpoint.extra_files.get("tokenizer.json")
    if vocabulary is None:
        raise FileNotFoundError(f"{checkpoint.source} has no vocab.txt or tokenizer.json, by which texts become ids.")
    if vocabulary.name == "vocabulary.txt":  # a keras_hub preset's, whose settings lie two folders above
        settings = json.loads((vocabulary.parents[2] / "tokenizer.json").read_text(encoding="utf-8"))["config"]
        lower, accents = bool(settings["lowercase"]), bool(settings["strip_accents"])
        return BertTokenizer(vocabulary, do_lower_case=lower, strip_accents=accents)
    return BertTokenizer.from_pretrained(vocabulary.parent)
