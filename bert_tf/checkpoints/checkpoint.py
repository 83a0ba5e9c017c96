"""A checkpoint as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bert_tf.config import BertConfig


class BadCheckpoint(ValueError):
    """A file is damaged, hostile, of another model, or does not fit; the text names it and what is wrong."""


@dataclass(frozen=True)
class Checkpoint:
    """`tensors`: Hugging Face's names, without the prefix `bert.`, in its layout ([outputs, inputs] for a dense layer).

    `source`: where it was read; `extra_files`: what belongs to the tokenizer, by file name.
    """

    config: BertConfig
    tensors: Mapping[str, np.ndarray]
    source: Path
    extra_files: Mapping[str, Path] = field(default_factory=dict)
