"""The stage view's picture: the way through one layer, line by line, a heat map for each stage."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.pictures.canvas import Canvas

WIDTH, HEIGHT = 3.4, 1.35  # of a box, in inches
WIDEST = 3  # boxes in a line
ROOM = 0.16  # above a heat map, for the title


def paint(
    canvas: Canvas,
    data: Mapping[str, Any],
    layers: int | None = None,
    heads: Any = None,
    parts: Iterable[str] | None = None,
) -> None:
    """The embeddings, one layer, and the pooler.

    Args:
      layers: the number of one layer; by default the one with which the page begins.
      heads: not taken: the heads lie side by side in each heat map.
      parts: some of "embeddings", "layer" and "pooler"; by default all that there are.
    """
    if heads is not None:
        raise ValueError("a picture of the stages shows all heads; received a choice of heads.")
    layer = data["start"]["layer"] if layers is None else checks.chosen("layer", layers, data["layers"])[0]
    known = list(dict.fromkeys(each["part"] for each in data["stages"]))
    wanted = known if parts is None else list(parts)
    if not wanted or set(wanted) - set(known):
        raise ValueError(f"the parts are {', '.join(known)}; received {', '.join(wanted) or 'none'}.")
    boxes = [each for each in data["stages"] if each["layer"] in (None, layer)]
    lines: list[list[Any]] = []
    for part in wanted:
        here = [each for each in boxes if each["part"] == part]
        lines += [here[at : at + WIDEST] for at in range(0, len(here), WIDEST)]
    canvas.title(data["title"])
    axes = canvas.axes(len(lines), WIDEST, WIDTH, HEIGHT)
    for place in axes.flat:
        place.set_axis_off()
    for line, row in zip(axes, lines, strict=True):
        for place, each in zip(line, row, strict=False):
            _box(canvas, place, each)


def _box(canvas: Canvas, axes: Any, each: Mapping[str, Any]) -> None:
    axes.set_axis_on()
    matrix = each["heat"].array[0]
    shares = each["stage"].endswith(".probs")
    canvas.matrix(axes, np.sqrt(matrix) if shares else matrix, signed=not shares)
    name = each["stage"].removeprefix(f"layer.{each['layer']}.")
    shape = f"[{','.join(map(str, each['shape']))}]"
    quiet = {"color": canvas.colors["quiet"], "fontsize": 6.5, "transform": axes.transAxes}
    canvas.text(axes, 0, 1 + ROOM, f"{each['title']}   {name} {shape}", transform=axes.transAxes, fontsize=7)
    canvas.text(axes, 0, 1.02, textwrap.shorten(each["equation"], 70, placeholder=" …"), **quiet)
    facts = each["statistics"]
    below = f"{facts['least']:.3g} to {facts['most']:.3g}, σ {facts['deviation']:.3g}" if facts else ""
    if "reference" in each:
        verdict = "the reference's" if each["reference"]["equal"] else "DEPARTS from the reference"
        below += f" · {verdict}, {each['reference']['max_abs']:.1e} apart"
    canvas.text(axes, 0, -0.05, below, va="top", **quiet)
