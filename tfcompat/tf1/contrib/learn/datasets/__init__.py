"""`tf.contrib.learn.datasets`: small data sets as NumPy arrays, and generators of made-up ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.tf1.contrib.learn.datasets import base, mnist, synthetic, text_datasets
from tfcompat.tf1.contrib.learn.datasets.base import load_boston, load_iris

__all__ = [
    "DATASETS",
    "SYNTHETIC",
    "base",
    "load_boston",
    "load_dataset",
    "load_iris",
    "make_dataset",
    "mnist",
    "synthetic",
    "text_datasets",
]

DATASETS = {
    "iris": load_iris,
    "boston": load_boston,
    "mnist": mnist.load_mnist,
    "dbpedia": text_datasets.load_dbpedia,
}
SYNTHETIC: dict[str, Callable[..., base.Dataset]] = {"circles": synthetic.circles, "spirals": synthetic.spirals}


def load_dataset(name: str, size: str = "small", test_with_fake_data: bool = False) -> Any:
    """One of `DATASETS` by name; `size` and `test_with_fake_data` are DBpedia's.

    Raises:
      ValueError: no such name.
    """
    if name not in DATASETS:
        raise ValueError(f"Name of dataset is not found: {name}; expected one of {', '.join(DATASETS)}")
    return text_datasets.load_dbpedia(size, test_with_fake_data) if name == "dbpedia" else DATASETS[name]()


def make_dataset(
    name: str, n_samples: int = 100, noise: float | None = None, seed: int | None = 42, *args: Any, **kwargs: Any
) -> base.Dataset:
    """One of `SYNTHETIC` by name.

    Raises:
      ValueError: no such name.
    """
    if name not in SYNTHETIC:
        raise ValueError(f"Synthetic dataset not found: {name}; expected one of {', '.join(SYNTHETIC)}")
    return SYNTHETIC[name](n_samples, noise, seed, *args, **kwargs)
