"""Heads taken out of a model for good."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from bert_tf.config import BertConfig
from bert_tf.layers.encoder import BertEncoder
from bert_tf.weights import named_weights

_OF_HEADS = ("query", "key", "value")


def prune(model: Any, heads: Mapping[int, Iterable[int]]) -> None:
    """Gives a model an encoder without these heads; what the others compute stays the same.

    Args:
      model: a `BertModel`, or a model whose attribute `bert` is one.
      heads: layer -> heads, numbered as before any pruning.

    Raises:
      ValueError: there is no such layer or head, or none would be left in a layer.
    """
    bert = getattr(model, "bert", model)
    before: BertConfig = bert.config
    after = before.with_pruned(heads)
    if after == before:
        return
    old = bert.encoder
    new = BertEncoder(after, name=old.name, dtype=old.dtype_policy)
    arrays = {name: np.asarray(weight.variable) for name, weight in named_weights(old).items()}
    for name, weight in named_weights(new).items():
        weight.variable.assign(_without(arrays[name], name, before, after))
    bert._tracker.untrack(old)  # Keras forgets a replaced weight, but not a replaced layer
    bert.encoder = new
    for each in {id(part): part for part in (model, bert, bert.embeddings, bert.pooler) if part is not None}.values():
        each.config = after


def _without(array: np.ndarray, name: str, before: BertConfig, after: BertConfig) -> np.ndarray:
    parts = name.split(".")
    layer, part = int(parts[1]), parts[4]
    old = [head for head in range(before.num_attention_heads) if head not in before.pruned_heads.get(layer, ())]
    kept = [place for place, head in enumerate(old) if head not in after.pruned_heads.get(layer, ())]
    columns = np.concatenate([np.arange(place * before.head_size, (place + 1) * before.head_size) for place in kept])
    if parts[2:4] == ["attention", "self"] and part in _OF_HEADS:
        return array[..., columns]  # [H,N·D] or [N·D]
    if parts[2:] == ["attention", "output", "dense", "weight"]:
        return array[columns]  # [N·D,H]
    return array
