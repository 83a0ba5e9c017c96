"""The model view's picture: a matrix for each layer and head, queries down and keys across."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bert_tf.views.parts import part_of
from bert_tf.views.pictures.canvas import Canvas

INSIDE = 0.92  # of a matrix' place; the rest is the gap to the next one


def paint(
    canvas: Canvas,
    data: Mapping[str, Any],
    layers: Iterable[int] | int | None = None,
    heads: Iterable[int] | int | None = None,
    part: str | None = None,
) -> None:
    """All layers and heads, or those that are chosen; `part`: the name of a part, such as "A → B"."""
    shown = part_of(data, part)
    numbers = shown.chosen_layers(layers)
    chosen = sorted(shown.chosen_heads(heads))
    canvas.title(data["title"])
    axes = canvas.axes(1, 1, 0.5 + 0.85 * len(chosen), 0.5 + 0.85 * len(numbers))[0, 0]
    axes.set_axis_off()
    for row, layer in enumerate(numbers):
        present = shown.heads(layer)
        canvas.text(axes, -0.1, row + 0.5, f"layer {layer}", rotation=90, ha="right", va="center",
                    color=canvas.colors["quiet"])  # fmt: skip
        for column, head in enumerate(chosen):
            if head in present:
                at = (column, column + INSIDE, row + INSIDE, row)
                canvas.matrix(axes, present[head] ** 0.5, extent=at)  # small shares apart, as on the page
            else:
                canvas.text(axes, column + INSIDE / 2, row + INSIDE / 2, "pruned", ha="center", va="center")
    for column, head in enumerate(chosen):
        canvas.text(axes, column + INSIDE / 2, -0.08, f"head {head}", ha="center", color=data["colors"][head])
    axes.set_xlim(-0.4, len(chosen))
    axes.set_ylim(len(numbers), -0.3)
