"""What a model holds, as a value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.weights import named_weights


def of_model(model: Any, source: Path) -> Checkpoint:
    """The configuration and every weight of one of our models, by Hugging Face's names and in its layout."""
    tensors = {}
    for name, weight in named_weights(model).items():
        array = np.asarray(weight.variable)
        tensors[name.removeprefix("bert.")] = np.ascontiguousarray(array.T if weight.transposed else array)
    return Checkpoint(model.config, tensors, source, getattr(model, "tokenizer_files", {}))
