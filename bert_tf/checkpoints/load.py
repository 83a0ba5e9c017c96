"""`from_pretrained`: a checkpoint of any format becomes a model."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bert_tf.checkpoints import formats
from bert_tf.checkpoints.assign import assign
from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.checkpoints.names import HEADS

POOLER = "pooler.dense.weight"
_OF_HEADS = frozenset(row.hugging_face for row in HEADS)


def load(
    cls: Any,
    path: str | Path,
    gelu: str | None,
    missing: Iterable[str],
    left_over: Iterable[str],
    kwargs: dict[str, Any],
) -> Any:
    """See `BertModel.from_pretrained`."""
    checkpoint = formats.read(path, gelu)
    if "add_pooling_layer" not in kwargs and POOLER not in checkpoint.tensors:
        warnings.warn(f"{path} has no pooler; the model has none either, and no pooler_output.", stacklevel=3)
    model, heads = build(cls, checkpoint, missing, left_over, kwargs)
    if heads:
        warnings.warn(f"{path} also has a head, which this model does not: {', '.join(heads)}.", stacklevel=3)
    return model


def build(
    cls: Any,
    checkpoint: Checkpoint,
    missing: Iterable[str] = (),
    left_over: Iterable[str] = (),
    kwargs: dict[str, Any] | None = None,
) -> tuple[Any, list[str]]:
    """A model with a checkpoint's weights, and the tensors of heads that it has no place for."""
    kwargs = {"add_pooling_layer": POOLER in checkpoint.tensors, **(kwargs or {})}
    model = cls(checkpoint.config, **kwargs)
    if getattr(model, "pooler", None) is None:
        left_over = (*left_over, "pooler.dense.*")
    _, unused = assign(model, checkpoint, missing, left_over)
    model.tokenizer_files = dict(checkpoint.extra_files)
    return model, [name for name in unused if name in _OF_HEADS]
