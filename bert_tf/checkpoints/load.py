"""`from_pretrained`: a checkpoint of any format becomes a model."""

from __future__ import annotations

import fnmatch
import warnings
from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf.checkpoints import formats
from bert_tf.checkpoints.assign import assign
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.names import HEADS
from bert_tf.config import BertConfig
from bert_tf.layers import initial
from bert_tf.weights import named_weights

POOLER, WORDS = "pooler.dense.weight", "embeddings.word_embeddings.weight"
_OF_HEADS = frozenset(row.hugging_face for row in HEADS)
_TIED = {"cls.predictions.decoder.weight": WORDS, "cls.predictions.decoder.bias": "cls.predictions.bias"}


class Built(NamedTuple):
    """`heads`: the tensors of heads that the model has no place for; `drawn`: the weights that the file lacks."""

    model: Any
    heads: list[str]
    drawn: list[str]


def load(
    cls: Any,
    path: str | Path,
    gelu: str | None,
    missing: Iterable[str],
    left_over: Iterable[str],
    kwargs: dict[str, Any],
) -> Any:
    """See `Pretrained.from_pretrained`."""
    checkpoint = formats.read(path, gelu)
    model, heads, drawn = build(cls, checkpoint, missing, left_over, kwargs)
    if getattr(model, "pooler", True) is None and "add_pooling_layer" not in kwargs:
        warnings.warn(f"{path} has no pooler; the model has none either, and no pooler_output.", stacklevel=3)
    if heads:
        warnings.warn(f"{path} also has a head, which this model does not: {', '.join(heads)}.", stacklevel=3)
    if drawn:
        warnings.warn(
            f"{path} has no weights for {', '.join(drawn)}; they were drawn. Train the model before you use it.",
            stacklevel=3,
        )
    return model


def build(
    cls: Any,
    checkpoint: Checkpoint,
    missing: Iterable[str] = (),
    left_over: Iterable[str] = (),
    kwargs: dict[str, Any] | None = None,
) -> Built:
    """A model with a checkpoint's weights."""
    missing, left_over, kwargs = tuple(missing), tuple(left_over), dict(kwargs or {})
    checkpoint = _untied(_without_heads(checkpoint, left_over))
    checkpoint = replace(checkpoint, config=_config(checkpoint.config, kwargs))
    if not cls.fresh:
        kwargs.setdefault("add_pooling_layer", POOLER in checkpoint.tensors)
    _check_head(cls.__name__, checkpoint)
    with initial.put_off():
        model = cls(checkpoint.config, **kwargs)
    weights = named_weights(model)
    if not any(name.endswith(POOLER) for name in weights):
        left_over = (*left_over, "pooler.dense.*")
    absent, unused = assign(model, checkpoint, (*missing, *cls.fresh), left_over)
    model.tokenizer_files = dict(checkpoint.extra_files)
    drawn = [name for name in absent if not _named(name, missing)]
    full = {name.removeprefix("bert."): name for name in weights}
    for name in absent:
        initial.draw(weights[full[name]].variable)
    model._drawn = {full[name]: np.array(weights[full[name]].variable) for name in drawn}
    tied = _TIED if any(name.endswith("cls.predictions.bias") for name in weights) else {}
    return Built(model, [name for name in unused if name in _OF_HEADS and name not in tied], drawn)


def _config(config: BertConfig, kwargs: dict[str, Any]) -> BertConfig:
    """The configuration with the fields that are among the arguments, from which they go."""
    known = {each.name for each in fields(BertConfig)}
    changes = {name: kwargs.pop(name) for name in list(kwargs) if name in known}
    if changes.get("num_labels", config.num_labels) != config.num_labels:
        changes = {"id2label": None, "label2id": None, **changes}
    return config.changed(**changes) if changes else config


def _without_heads(checkpoint: Checkpoint, left_over: Iterable[str]) -> Checkpoint:
    """Without the heads' tensors that are to be left over, whether the model has a place for them or not."""
    kept = {
        name: array
        for name, array in checkpoint.tensors.items()
        if name not in _OF_HEADS or not _named(name, left_over)
    }
    return replace(checkpoint, tensors=kept)


def _untied(checkpoint: Checkpoint) -> Checkpoint:
    """A checkpoint whose decoder is not the word embeddings says so, whatever its configuration said."""
    tensors, config = checkpoint.tensors, checkpoint.config
    own = [
        name
        for name, other in _TIED.items()
        if name in tensors and other in tensors and not np.array_equal(tensors[name], tensors[other])
    ]
    if not own or not config.tie_word_embeddings:
        return checkpoint
    return replace(checkpoint, config=config.changed(tie_word_embeddings=False))


def _check_head(name: str, checkpoint: Checkpoint) -> None:
    """Raises BadCheckpoint if the file's classifier is another head's, which has the same name there."""
    theirs = next((each for each in checkpoint.config.architectures or () if each in _CLASSIFIERS), name)
    if name in _CLASSIFIERS and theirs != name and "classifier.weight" in checkpoint.tensors:
        raise BadCheckpoint(
            f"{checkpoint.source} is a {theirs}, whose classifier is not that of a {name}; "
            "give left_over=['classifier.*'] to draw a new one."
        )


_CLASSIFIERS = frozenset({"BertForSequenceClassification", "BertForTokenClassification", "BertForMultipleChoice"})


def _named(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
