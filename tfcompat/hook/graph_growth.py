"""A notebook's graph only grows, and sessions get slower with it: the cell that adds to it is named."""

from __future__ import annotations

import sys

from tfcompat.backend import mode, running_cell

MANY_IN_A_RUN = 5000
MANY_IN_ALL = 2000
RUNS = 3

_before = 0
_added: dict[str, list[int]] = {}
_graph = 0


def start() -> None:
    """A cell starts."""
    global _before, _graph
    _graph, _before = _size()


def end() -> None:
    """The cell has ended: says so if it makes the graph grow with every run, or by very much in one."""
    cell = running_cell.current
    graph, size = _size()
    if cell is None or graph != _graph:
        _added.clear()
        return
    added = size - _before
    runs = _added.setdefault(cell.source, [])
    if not cell.times:
        runs.clear()
    runs.append(added)
    cure = "Build the graph in a cell of its own, or call tf.reset_default_graph() first."
    if added >= MANY_IN_A_RUN:
        text = f"this cell has added {added:,} operations to the graph, which now has {size:,}"
        running_cell.remark(
            f"{text}. An operation made in a loop is made again each time: build it once, above the loop."
        )
    elif size >= MANY_IN_ALL and len(runs) >= RUNS and all(runs[-RUNS:]):
        text = f"each of the {len(runs)} runs of this cell has added to the graph ({added:,} operations the last time)"
        running_cell.remark(f"{text}, which now has {size:,}; sessions get slower with it. {cure}")


def _size() -> tuple[int, int]:
    """The default graph's identity and its number of operations; 0 while there is no TensorFlow."""
    ops = sys.modules.get("tensorflow.python.framework.ops")
    if ops is None or not mode.tf1_active():
        return 0, 0
    graph = ops.get_default_graph()
    return id(graph), int(graph.version)
