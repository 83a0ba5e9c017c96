"""`viterbi_decode`: the best path through one sequence, in NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np


def viterbi_decode(score: Any, transition_params: Any) -> tuple[list[Any], Any]:
    """The best tags, `[T]`, and their score; `score` is `[T, K]`, `transition_params` `[K, K]`."""
    best = np.zeros_like(score)
    came_from = np.zeros_like(score, dtype=np.int32)
    best[0] = score[0]
    for step in range(1, score.shape[0]):
        through = best[step - 1][:, np.newaxis] + transition_params
        came_from[step] = through.argmax(0)
        best[step] = score[step] + through.max(0)
    path = [best[-1].argmax()]
    for row in came_from[:0:-1]:
        path.append(row[path[-1]])
    return path[::-1], best[-1].max()
