"""The head view's picture: tokens on both sides and lines between, one column of them a layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from bert_tf.views.parts import Part, part_of
from bert_tf.views.pictures.canvas import Canvas, faded

LEAST = 0.02  # weaker lines cannot be seen
CURVE = np.linspace(0, 1, 14)
EASE = CURVE**2 * (3 - 2 * CURVE)  # level at both ends


def paint(
    canvas: Canvas,
    data: Mapping[str, Any],
    layers: Iterable[int] | int | None = None,
    heads: Iterable[int] | int | None = None,
    part: str | None = None,
    token: int | None = None,
) -> None:
    """One layer, or those that are chosen.

    Args:
      layers, heads: by default the layer and the heads with which the page begins.
      part: the name of a part, such as "A → B".
      token: the place of a query, of which alone the lines are drawn.
    """
    start = data["start"]
    shown = part_of(data, part)
    shown.token(token)
    numbers = shown.chosen_layers(start["layer"] if layers is None and start["layer"] in shown.layers else layers)
    chosen = shown.chosen_heads(start["heads"] if heads is None else heads)
    length = max(len(shown.queries), len(shown.keys))
    canvas.title(data["title"])
    for axes, layer in zip(canvas.axes(1, len(numbers), 4.2, 0.8 + 0.19 * length)[0], numbers, strict=True):
        _layer(canvas, axes, shown, layer, chosen, data["colors"], token)


def _layer(
    canvas: Canvas, axes: Any, shown: Part, layer: int, heads: set[int], colors: list[str], token: int | None
) -> None:
    axes.set_axis_off()
    axes.set_xlim(-0.75, 1.75)
    axes.set_ylim(max(len(shown.queries), len(shown.keys)) - 0.5, -1.6)
    present = {head: weights for head, weights in shown.heads(layer).items() if head in heads}
    listed = ", ".join(map(str, present)) or "none"
    canvas.text(axes, 0.5, -1.1, f"layer {layer} · heads {listed}", ha="center", color=canvas.colors["quiet"])
    for x, align, tokens in ((-0.04, "right", shown.queries), (1.04, "left", shown.keys)):
        for place, text in enumerate(tokens):
            strong = x < 0 and place == token
            canvas.text(axes, x, place, _clip(text), ha=align, va="center", weight="bold" if strong else "normal")
    for head, weights in present.items():
        seen = weights >= LEAST
        if token is not None:
            seen = seen & (np.arange(len(weights)) == token)[:, np.newaxis]
        queries, keys = np.nonzero(seen)
        shares = weights[queries, keys]
        heights = queries[:, np.newaxis] + (keys - queries)[:, np.newaxis] * EASE
        curves = np.stack([np.broadcast_to(CURVE, heights.shape), heights], axis=-1)
        canvas.lines(axes, curves, faded(colors[head], shares), 0.5 + 1.5 * shares)


def _clip(token: str) -> str:
    return token if len(token) <= 18 else token[:17] + "…"
