"""The comparing view's picture: how far each head is apart, and below the matrices of the farthest, or of one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.compare import both, distances
from bert_tf.views.pictures.canvas import Canvas

PANEL = 3.0  # inches


def paint(
    canvas: Canvas,
    data: Mapping[str, Any],
    layers: int | None = None,
    heads: int | None = None,
    part: str | None = None,
) -> None:
    """All heads' distances, and one head's matrices.

    Args:
      layers, heads: the number of one whose matrices are shown; by default those that are farthest apart.
      part: the name of a part, such as "A → B".

    Raises:
      ValueError: there is no such part, or the two have no such head in common.
    """
    one, other = both(data, part)
    apart = distances(data, part)
    pairs = {(layer, head): value for layer, row in apart.items() for head, value in row.items()}
    known = {pair for pair in pairs if layers in (None, pair[0]) and heads in (None, pair[1])}
    if not known:
        checks.chosen("layer", layers, list(apart))
        checks.chosen("head", heads, sorted({head for _, head in pairs}))
        raise ValueError(f"layer {layers}, head {heads} is not in both.")
    layer, head = max(known, key=lambda pair: pairs[pair])
    canvas.title(data["title"])
    axes = canvas.axes(1, 4, PANEL, PANEL)[0]
    _overview(canvas, axes[0], pairs, (layer, head))
    ours, theirs = one.heads(layer)[head], other.heads(layer)[head]
    first, second = data["names"]
    for place, name, matrix, signed in (
        (axes[1], first, ours**0.5, False), (axes[2], second, theirs**0.5, False),
        (axes[3], f"{second} − {first}", theirs - ours, True),
    ):  # fmt: skip
        canvas.matrix(place, matrix, signed)
        canvas.text(place, 0.5, 1.03, name, ha="center", transform=place.transAxes)


def _overview(canvas: Canvas, axes: Any, pairs: Mapping[tuple[int, int], float], chosen: tuple[int, int]) -> None:
    layers, heads = (sorted({pair[place] for pair in pairs}) for place in (0, 1))
    values = np.array([[pairs.get((layer, head), np.nan) for head in heads] for layer in layers])
    canvas.matrix(axes, values, most=max(1e-9, float(np.nanmax(values))))
    axes.set_xticks(range(len(heads)), list(map(str, heads)), fontsize=6, color=canvas.colors["quiet"])
    axes.set_yticks(range(len(layers)), list(map(str, layers)), fontsize=6, color=canvas.colors["quiet"])
    for height, text in (
        (1.09, f"layers by heads: at most {np.nanmax(values):.3f} apart"),
        (1.03, f"beside: layer {chosen[0]}, head {chosen[1]}"),
    ):
        canvas.text(axes, 0.5, height, text, ha="center", transform=axes.transAxes)
