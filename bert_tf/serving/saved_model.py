"""A SavedModel whose signatures take strings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tensorflow as tf

from bert_tf.serving.signatures import Signature, signatures


def write(model: Any, tokenizer: Any, path: Path, max_length: int) -> None:
    """Writes every signature of the model; the first one is `serving_default` too."""
    found = signatures(model, tokenizer, max_length)
    save(model, {**found, "serving_default": next(iter(found.values()))}, path)


def save(model: Any, found: Mapping[str, Signature], path: Path) -> None:
    """Writes functions and the weights that they use, as TensorFlow's own variables."""
    module = tf.Module()
    module.weights = [each.value for each in model.variables]
    made = {
        id(each): tf.function(each.function, input_signature=each.inputs, autograph=False) for each in found.values()
    }
    served = {name: made[id(each)].get_concrete_function() for name, each in found.items()}
    tf.saved_model.save(module, str(path), served)
