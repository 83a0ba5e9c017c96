"""The graph view's picture: scopes in scopes, opened down to a depth, and arrows between those beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from bert_tf.views.pictures.canvas import Canvas

WIDEST = 6  # boxes in a line
BOX, HEAD, GAP, RISE = (1.7, 0.42), 0.3, 0.16, 0.34  # inches
MOST = 400  # boxes; more of them cannot be read


class Placed(NamedTuple):
    """A node's box: its left upper corner within the box around it, its size, and what lies in it."""

    node: int
    x: float
    y: float
    width: float
    height: float
    inside: list[Placed]


def paint(canvas: Canvas, data: Mapping[str, Any], layers: Any = None, heads: Any = None, depth: int = 1) -> None:
    """The scopes opened down to `depth`: 1 shows what is outermost, 2 what lies in that besides.

    Raises:
      ValueError: depth is not at least 1, so much is open that it could not be read, or layers or heads are chosen.
    """
    if layers is not None or heads is not None:
        raise ValueError("a graph has no layers and heads to choose from; choose a depth.")
    if depth < 1:
        raise ValueError(f"depth is at least 1; received {depth}.")
    inside: dict[int | None, list[int]] = {}
    for place, node in enumerate(data["nodes"]):
        inside.setdefault(node["within"], []).append(place)
    boxes, width, height = _lay_out(data["nodes"], inside, None, depth)
    count = sum(map(_count, boxes))
    if count > MOST:
        raise ValueError(f"a picture shows at most {MOST} boxes; depth {depth} has {count}: choose a smaller one.")
    canvas.title(data["title"])
    axes = canvas.axes(1, 1, width + 0.3, height + 0.6)[0, 0]
    axes.set_axis_off()
    axes.set_xlim(-0.1, width + 0.1)
    axes.set_ylim(height + 0.1, -0.1)
    _draw(canvas, axes, data["nodes"], boxes, 0.0, 0.0)


def _lay_out(
    nodes: list[dict[str, Any]], inside: dict[int | None, list[int]], around: int | None, depth: int
) -> tuple[list[Placed], float, float]:
    """The boxes in a scope in rows, each below what it is made of, and the size of it all."""
    ranks: dict[int, int] = {}
    lines: dict[tuple[int, int], list[Placed]] = {}
    counts: dict[int, int] = {}
    for place in inside.get(around, []):
        rank = ranks[place] = max((ranks[each] + 1 for each in nodes[place]["from"] if each in ranks), default=0)
        line = counts.get(rank, 0) // WIDEST
        counts[rank] = counts.get(rank, 0) + 1
        lines.setdefault((rank, line), []).append(_box(nodes, inside, place, depth - 1))
    widths = {key: sum(box.width for box in row) + GAP * (len(row) - 1) for key, row in lines.items()}
    width = max(widths.values(), default=0.0)
    found, y = [], 0.0
    for key in sorted(lines):
        x = (width - widths[key]) / 2
        for box in lines[key]:
            found.append(box._replace(x=x, y=y))
            x += box.width + GAP
        y += max(box.height for box in lines[key]) + RISE
    return found, width, max(0.0, y - RISE)


def _box(nodes: list[dict[str, Any]], inside: dict[int | None, list[int]], place: int, depth: int) -> Placed:
    if depth < 1 or nodes[place]["type"]:
        return Placed(place, 0, 0, *BOX, [])
    boxes, width, height = _lay_out(nodes, inside, place, depth)
    return Placed(place, 0, 0, max(width + 2 * GAP, BOX[0]), height + HEAD + GAP, boxes)


def _count(box: Placed) -> int:
    return 1 + sum(map(_count, box.inside))


def _draw(canvas: Canvas, axes: Any, nodes: list[dict[str, Any]], boxes: list[Placed], left: float, top: float) -> None:
    beside = {box.node: box for box in boxes}
    for box in boxes:
        x, y = left + box.x, top + box.y
        for name in nodes[box.node]["from"]:
            if name in beside:
                source = beside[name]
                start = (left + source.x + source.width / 2, top + source.y + source.height)
                canvas.arrow(axes, start, (x + box.width / 2, y))
    for box in boxes:
        node, x, y = nodes[box.node], left + box.x, top + box.y
        canvas.box(axes, x, y, box.width, box.height, "surface" if box.inside or node["type"] else "raised")
        kind = node["type"] or f"{node['operations']} operations"
        middle = x + box.width / 2
        canvas.text(axes, middle, y + 0.14, node["name"][:24], ha="center", va="center", fontsize=7, weight="bold")
        if box.inside:
            _draw(canvas, axes, nodes, box.inside, x + GAP, y + HEAD)
        else:
            canvas.text(axes, middle, y + 0.3, kind[:28], ha="center", va="center", fontsize=6,
                        color=canvas.colors["quiet"])  # fmt: skip
