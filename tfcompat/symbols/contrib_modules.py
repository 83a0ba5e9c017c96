"""Which modules 1.15 had inside `tf.contrib`, for imports such as `tensorflow.contrib.rnn.python.ops.rnn_cell`."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from pathlib import Path

# Steps of 1.15's folders that its public names do not have.
_SILENT = {"python", "ops"}
# Folders and files of 1.15's contrib -> what tf-slim went on with, private parts and all.
_IN_TF_SLIM = {
    "contrib.framework.python.ops": "ops",
    "contrib.layers.python.layers": "layers",
    "contrib.losses.python.losses": "losses",
    "contrib.losses.python.metric_learning.metric_loss_ops": "losses.metric_learning",
    "contrib.metrics.python.ops": "metrics",
    "contrib.slim.python.slim": "",
}


def has(path: str) -> bool:
    """Whether 1.15 had a module at this dotted path, which begins with `contrib`."""
    return path in _all()


def public_paths(path: str) -> Iterator[str]:
    """The public modules that served what a module inside contrib defined, nearest first, without `contrib` itself.

    `contrib.learn.python.learn.datasets.mnist` gives `contrib.learn.datasets.mnist`, `contrib.learn.datasets` and
    `contrib.learn`.
    """
    parts: list[str] = []
    for part in path.split("."):
        if part not in _SILENT and part not in parts[-1:]:
            parts.append(part)
    for end in range(len(parts), 1, -1):
        yield ".".join(parts[:end])


def in_tf_slim(path: str) -> str | None:
    """Where tf-slim would have gone on with this module: `learning` for `contrib.slim.python.slim.learning`."""
    folder, rest = path, ""
    while folder not in _IN_TF_SLIM:
        folder, _, last = folder.rpartition(".")
        if not folder:
            return None
        rest = f"{last}.{rest}".rstrip(".")
    return f"{_IN_TF_SLIM[folder]}.{rest}".strip(".")


@functools.cache
def _all() -> frozenset[str]:
    text = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    return frozenset(json.loads(text))
