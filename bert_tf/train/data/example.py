"""One encoded example, and what a task makes of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

INPUTS = ("input_ids", "token_type_ids", "attention_mask")
IGNORED = -100


@dataclass(frozen=True)
class Examples:
    """A task's rows, encoded.

    `inputs`: for each example lists of equal length by the model's names; `targets`: its labels, a number, a list of
    whole ones as long as the inputs, or one of real ones; `fields`: what the configuration says of them, such as
    `id2label`.
    """

    inputs: Sequence[Mapping[str, list[int]]]
    targets: Sequence[Mapping[str, Any]]
    pad_id: int
    fields: Mapping[str, Any] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.inputs)

    def batch(self, places: Sequence[int], generator: np.random.Generator | None = None) -> tuple[Any, Any]:
        """Some of the examples as arrays [B,T], as long as the longest of them, and their targets.

        `generator` draws what is drawn anew each time; None for always the same.
        """
        del generator  # nothing is drawn here
        fillers = {"input_ids": self.pad_id}
        given = {name: padded([self.inputs[each][name] for each in places], fillers.get(name, 0)) for name in INPUTS}
        chosen = [self.targets[each] for each in places]
        return given, {name: _joined([each[name] for each in chosen]) for name in chosen[0]}


def padded(lists: Sequence[Sequence[int]], filler: int) -> np.ndarray:
    """Lists as one array [B,T], the shorter ones filled up on the right."""
    found: np.ndarray = np.full((len(lists), max(map(len, lists))), filler, "int32")
    for row, values in zip(found, lists, strict=True):
        row[: len(values)] = values
    return found


def _joined(values: list[Any]) -> np.ndarray:
    first = values[0]
    if isinstance(first, (list, tuple)) and not (first and isinstance(first[0], float)):
        return padded(values, IGNORED)
    return np.asarray(values, "float32" if isinstance(first, (float, list, tuple)) else "int32")
