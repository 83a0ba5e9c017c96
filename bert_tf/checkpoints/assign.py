"""A checkpoint's tensors given to a model: every one of them, or an error that lists what does not fit."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable
from typing import Any

import numpy as np

from bert_tf.checkpoints import safetensors_file
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.names import HEADS, NOT_WEIGHTS
from bert_tf.weights import named_weights

_HINT = "\n(from_pretrained takes patterns: missing=… for what may be absent, left_over=… for what may be unused)"
_OF_HEADS = frozenset(row.hugging_face for row in HEADS)


def assign(
    model: Any, checkpoint: Checkpoint, missing: Iterable[str] = (), left_over: Iterable[str] = ()
) -> tuple[list[str], list[str]]:
    """Sets every weight of the model.

    Args:
      model: one of ours.
      checkpoint: what was read.
      missing: patterns of weights that the file need not have; they stay as they are.
      left_over: patterns of tensors that the model need not take. The heads that Hugging Face's BERT models have are
        known, and may always be left over in a model without them; so may buffers.

    Returns:
      The weights that were missing and the tensors that were left over, by name.

    Raises:
      BadCheckpoint: any other weight is missing, or left over, or has another shape; all of them are listed.
    """
    weights = {name.removeprefix("bert."): weight for name, weight in named_weights(model).items()}
    tensors = {name: array for name, array in checkpoint.tensors.items() if not NOT_WEIGHTS.match(name)}
    tensors = _untied(tensors, weights, checkpoint)
    absent = [name for name in weights if name not in tensors]
    unused = [name for name in tensors if name not in weights]
    problems = [f"missing: {name} {_shape(weights[name])}" for name in absent if not _named(name, missing)]
    problems += [
        f"left over: {name} {list(tensors[name].shape)}"
        for name in unused
        if name not in _OF_HEADS and not _named(name, left_over)
    ]
    for name, weight in weights.items():
        if name in tensors and list(tensors[name].shape) != _shape(weight):
            problems.append(f"shape: {name} is {list(tensors[name].shape)}, {_shape(weight)} was expected")
    if problems:
        text = "\n  ".join(problems)
        raise BadCheckpoint(f"{checkpoint.source} does not fit this model and its configuration:\n  {text}{_HINT}")
    for name, weight in weights.items():
        if name in tensors:
            array = tensors[name]
            weight.variable.assign(np.asarray(array.T if weight.transposed else array, weight.variable.dtype))
            safetensors_file.forget(array)
    return absent, unused


def _untied(tensors: dict[str, np.ndarray], weights: dict[str, Any], checkpoint: Checkpoint) -> dict[str, np.ndarray]:
    """A decoder that is tied to the word embeddings stands for itself where the file has only those, or the reverse."""
    decoder, bias = "cls.predictions.decoder.weight", "cls.predictions.decoder.bias"
    tensors = dict(tensors)
    if "cls.predictions.bias" not in tensors and bias in tensors:
        tensors["cls.predictions.bias"] = tensors[bias]
    tied, words = checkpoint.config.tie_word_embeddings, "embeddings.word_embeddings.weight"
    if tied and decoder in weights and decoder not in tensors and words in tensors:
        tensors[decoder] = tensors[words]
    if bias in weights and bias not in tensors and "cls.predictions.bias" in tensors:
        tensors[bias] = tensors["cls.predictions.bias"]
    return tensors


def _shape(weight: Any) -> list[int]:
    shape = list(weight.variable.shape)
    return shape[::-1] if weight.transposed else shape


def _named(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
