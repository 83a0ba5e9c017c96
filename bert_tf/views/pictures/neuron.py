"""The neuron view's picture: for one token, query times key by dimension, their sum, and the softmax."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.parts import part_of
from bert_tf.views.pictures.canvas import Canvas

WIDTHS = [1.6, 3, 3, 1.3, 1.3]


def paint(
    canvas: Canvas,
    data: Mapping[str, Any],
    layers: int | None = None,
    heads: int | None = None,
    part: str | None = None,
    token: int = 1,
) -> None:
    """One head of one layer.

    Args:
      layers, heads: the number of one; by default those with which the page begins.
      part: the name of a part, such as "A → B".
      token: the place of the query.
    """
    start, shown = data["start"], part_of(data, part)
    shown.token(token)
    layer = _one("layer", start["layer"] if layers is None else layers, shown.layers)
    head = _one("head", start["heads"][0] if heads is None else heads, list(shown.places(layer)))
    query, key, product, scores, weights = shown.neurons(layer, head, token)
    canvas.title(data["title"])
    rows = len(shown.keys)
    axes = canvas.axes(2, 5, 2.1, 0.5 + 0.11 * rows, width_ratios=WIDTHS, height_ratios=[1, rows])
    most = float(max(np.abs(query).max(), np.abs(key).max()))
    for each in (axes[0, 0], axes[0, 2], axes[0, 3], axes[0, 4], axes[1, 0]):
        each.set_axis_off()
    name = f"layer {layer}, head {head}: q of {shown.queries[token][:14]}"
    canvas.text(axes[0, 0], 1, 0.5, name, ha="right", va="center", transform=axes[0, 0].transAxes)
    canvas.matrix(axes[0, 1], query[np.newaxis], signed=True, most=most)
    canvas.matrix(axes[1, 1], key, signed=True, most=most)
    canvas.matrix(axes[1, 2], product, signed=True)
    axes[1, 0].set_ylim(rows - 0.5, -0.5)
    for place, text in enumerate(shown.keys):
        canvas.text(axes[1, 0], 1, place, text[:18], ha="right", va="center")
    for column, title in enumerate(("", "key k", "q × k", "q·k / √D", "softmax")):
        axes[1, column].set_title(title, fontsize=8, color=canvas.colors["quiet"])
    _bars(canvas, axes[1, 3], scores, True)
    _bars(canvas, axes[1, 4], weights, False)


def _bars(canvas: Canvas, axes: Any, values: np.ndarray, signed: bool) -> None:
    ink = canvas.colors
    most = float(np.abs(values).max()) or 1.0
    axes.barh(range(len(values)), values, color=[ink["negative" if each < 0 else "positive"] for each in values]
              if signed else ink["share"], alpha=0.5)  # fmt: skip
    axes.set_xlim(-1.5 * most if signed else 0, 1.5 * most if signed else 1.15)
    axes.set_ylim(len(values) - 0.5, -0.5)
    for place, value in enumerate(values):
        canvas.text(axes, 0, place, f"{value:.2f}", va="center", fontsize=7)


def _one(kind: str, number: int, known: list[int]) -> int:
    return checks.chosen(kind, number, known)[0]
