"""Two models' attention to one text, or one model's before and after; `compare_view`.

As of `attention`, with two grids of the same tokens and "names", what the two are called; "start" holds the layer that
was asked for, or null for the one that is farthest apart. What only one of them has is compared with nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.arrays import by_layer
from bert_tf.views.attention import Numbers, make_data, make_grid, title_of
from bert_tf.views.of_model import read
from bert_tf.views.parts import Part, part_of
from bert_tf.views.view import View

NAMES = ("before", "after")


class CompareView:
    """How far two models' attention is apart, head by head, and where: one, the other, and the difference."""

    def __call__(
        self,
        model: Any,
        other: Any,
        tokenizer: Any,
        text: str,
        text_b: str | None = None,
        *,
        names: Sequence[str] = NAMES,
        layer: int | None = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of a text, or of a pair, read by two models with one vocabulary.

        Args:
          model, other: as `model` of `head_view`.
          names: what the two are called.

        Raises:
          ValueError: as of `head_view`.
        """
        found = [read(each, tokenizer, text, text_b, "layer.*.attention.probs") for each in (model, other)]
        grids = [
            make_grid(name, by_layer("attention", got.found), got.tokens, got.tokens, include_layers, include_heads,
                      got.pruned)[0]
            for name, got in zip(_two(names), found, strict=True)
        ]  # fmt: skip
        return _view(grids, title or found[0].title, found[0].second, layer)

    def from_arrays(
        self,
        attention: Any,
        other: Any,
        tokens: Sequence[str] | None = None,
        sentence_b_start: int | None = None,
        *,
        names: Sequence[str] = NAMES,
        layer: int | None = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of what two models of any framework gave; `attention` and `other` as for `head_view`."""
        texts = checks.tokens("tokens", tokens)
        grids = [
            make_grid(name, by_layer("attention", values), texts, texts, include_layers, include_heads)[0]
            for name, values in zip(_two(names), (attention, other), strict=True)
        ]
        return _view(grids, title or title_of(texts), sentence_b_start, layer)

    def __repr__(self) -> str:
        return "bert_tf.views.compare_view"


compare_view = CompareView()


def both(data: Mapping[str, Any], name: str | None = None) -> tuple[Part, Part]:
    """The same part of each of the two grids."""
    first = part_of(data, name)
    block = next(part for part in data["parts"] if part["name"] == first.name)
    return first, Part(data["grids"][1], block)


def distances(data: Mapping[str, Any], name: str | None = None) -> dict[int, dict[int, float]]:
    """Layer -> head -> how far the two are apart: the share of its attention that a token on average gives to others.

    That is half of the absolute differences, summed over the keys of the part and averaged over its queries: the total
    variation, from 0 for the same to 1 for nothing in common.
    """
    one, other = both(data, name)
    found: dict[int, dict[int, float]] = {}
    for layer in one.layers:
        if layer in other.layers:
            ours, theirs = one.heads(layer), other.heads(layer)
            found[layer] = {
                head: float(np.abs(weights - theirs[head]).sum(axis=-1).mean() / 2)
                for head, weights in ours.items()
                if head in theirs
            }
    return found


def _two(names: Sequence[str]) -> list[str]:
    if isinstance(names, str) or len(names) != 2 or names[0] == names[1]:
        raise ValueError(f"names are two different strings; received {names!r}.")
    return [str(each) for each in names]


def _view(grids: list[dict[str, Any]], title: str, second: int | None, layer: int | None) -> View:
    known = sorted({*grids[0]["layers"], *grids[1]["layers"]})
    if layer is not None:
        checks.chosen("layer", layer, known)
    data = make_data("compare", title, grids, second, None, None)
    names = [grid["name"] for grid in grids]
    parts = [part for part in data["parts"] if part["name"] not in names or part["name"] == names[0]]
    parts[0] = {**parts[0], "name": "All"}
    start = {"part": 0, "layer": None if layer is None else int(layer)}
    return View({**data, "names": names, "parts": parts, "start": start})
