"""What a model is called with: ids and what belongs to them, each by its name, or all of it in one mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import tensorflow as tf

INPUTS = ("input_ids", "attention_mask", "token_type_ids", "position_ids", "inputs_embeds", "head_mask")


def spread(given: dict[str, Any], known: Iterable[str] = INPUTS) -> dict[str, Any]:
    """The inputs by name, out of a mapping if the first is one; ragged ids padded, with a mask that says so.

    Raises:
      ValueError: the mapping has a name that is not known.
    """
    known = tuple(known)
    first = given["input_ids"]
    if isinstance(first, Mapping):
        unknown = sorted(set(first) - set(known))
        if unknown:
            raise ValueError(f"the inputs are called {', '.join(known)}; received {', '.join(unknown)}.")
        given = {**given, "input_ids": None, **first}
    ragged = {name: each for name, each in given.items() if isinstance(each, tf.RaggedTensor)}
    if not ragged:
        return given
    lengths = next(iter(ragged.values())).row_lengths()
    given = {**given, **{name: each.to_tensor() for name, each in ragged.items()}}
    if given["attention_mask"] is None:
        given["attention_mask"] = tf.sequence_mask(lengths)
    return given
