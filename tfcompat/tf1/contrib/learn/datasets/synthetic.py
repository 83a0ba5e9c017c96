"""Made-up data for binary and other classification: circles in each other, and spirals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.tf1.contrib.learn.datasets.base import Dataset

__all__ = ["Dataset", "circles", "spirals"]

_BERNOULLI_GROWTH = 0.1


def circles(
    n_samples: int = 100,
    noise: float | None = None,
    seed: int | None = None,
    factor: float = 0.8,
    n_classes: int = 2,
    *args: Any,
    **kwargs: Any,
) -> Dataset:
    """One circle per class, each smaller by `factor`: data float64 [n_samples, 2], target int32 [n_samples].

    `seed` seeds NumPy's global stream, as in 1.15.
    """
    if seed is not None:
        np.random.seed(seed)
    each, extra = divmod(n_samples, n_classes)
    angles = np.linspace(0, 2 * np.pi, each)
    rings = [np.stack([np.cos(angles), np.sin(angles)]) for _ in range(n_classes)]
    for label in range(1, n_classes):  # shrunk step by step, for the same rounding
        rings[label] = rings[label - 1] * factor
    # Two draws, not one point after the other: the extra points' sine is not that of their cosine's angle.
    outliers = np.stack([np.cos(np.random.rand(extra) * 2 * np.pi), np.sin(np.random.rand(extra) * 2 * np.pi)])
    return _shuffled(np.concatenate([*rings, outliers], axis=1), _labels(n_classes, each, extra), noise)


def spirals(
    n_samples: int = 100,
    noise: float | None = None,
    seed: int | None = None,
    mode: str = "archimedes",
    n_loops: int = 2,
    *args: Any,
    **kwargs: Any,
) -> Dataset:
    """Two arms that turn `n_loops` times; `mode` is archimedes, bernoulli (takes `exp_scale`) or fermat.

    Raises:
      ValueError: an unknown mode.
    """
    if mode not in _RADIUS:
        raise ValueError(f"Cannot generate spiral with mode {mode}; expected one of {', '.join(_RADIUS)}")
    if seed is not None:
        np.random.seed(seed)
    each, extra = divmod(n_samples, 2)
    turns = np.linspace(0, 2 * n_loops * np.pi, each)
    arms = [_arm(mode, turns, label * np.pi, *args, **kwargs) for label in range(2)]
    if extra:
        arms.append(_arm(mode, np.random.rand(extra) * 2 * np.pi, *args, **kwargs))
    return _shuffled(np.concatenate(arms, axis=1), _labels(2, each, extra), noise)


_RADIUS: dict[str, Callable[[Any, float], Any]] = {
    "archimedes": lambda turns, growth: turns,
    "bernoulli": lambda turns, growth: np.exp(growth * turns),
    "fermat": lambda turns, growth: np.sqrt(turns),
}


def _arm(mode: str, turns: Any, offset: float = 0.0, *args: Any, **kwargs: Any) -> Any:
    """The arm's points, float64 [2, len(turns)], each coordinate at most 1."""
    radius = _RADIUS[mode](turns, kwargs.get("exp_scale", _BERNOULLI_GROWTH))
    points = np.stack([radius * np.cos(turns + offset), radius * np.sin(turns + offset)])
    return points / np.abs(points).max(axis=1, keepdims=True)


def _labels(classes: int, each: int, extra: int) -> Any:
    parts: list[Any] = [label * np.ones(each, np.int32) for label in range(classes)]
    return np.concatenate([np.empty(0, np.int32), *parts, np.zeros(extra, np.int32)])


def _shuffled(points: Any, labels: Any, noise: float | None) -> Dataset:
    data = points.T
    order = np.random.permutation(range(len(data)))
    if noise is not None:
        data = data + np.random.normal(scale=noise, size=data.shape)
    return Dataset(data[order], labels[order])
