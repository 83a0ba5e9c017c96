"""Batches of examples, in an order that the seed and the epoch alone decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import tensorflow as tf

from bert_tf.train.data.example import Examples


class Batches:
    """Examples in batches; the last one of an epoch may be smaller.

    Args:
      examples: what to draw from.
      batch_size: how many make a batch.
      seed: decides the order of every epoch and what is drawn in it; None for the order of the examples.
    """

    def __init__(self, examples: Examples, batch_size: int, seed: int | None = None) -> None:
        if batch_size < 1:
            raise ValueError(f"a batch has at least 1 example; got {batch_size}.")
        self.examples, self.batch_size, self.seed = examples, batch_size, seed
        self.epoch, self.first = 0, 0  # where the next pass begins

    def __len__(self) -> int:
        return -(-len(self.examples) // self.batch_size)

    def of_epoch(self, epoch: int, first: int = 0) -> Iterator[tuple[Any, Any]]:
        """The batches of an epoch from the `first` on, which are the same whether those before were asked for or not.

        Each is the inputs [B,T] by name, and the targets, by name too.
        """
        count = len(self.examples)
        order = np.arange(count) if self.seed is None else _generator(self.seed, epoch).permutation(count)
        for number in range(first, len(self)):
            places = order[number * self.batch_size : (number + 1) * self.batch_size].tolist()
            draw = None if self.seed is None else _generator(self.seed, epoch, number + 1)
            yield self.examples.batch(places, draw)

    def dataset(self) -> Any:
        """A `tf.data.Dataset` for `fit`: each pass is that of `epoch`, from `first` on; several targets are a tuple."""
        given, targets = self.examples.batch([0])
        spec = (
            {name: tf.TensorSpec([None] * array.ndim, array.dtype) for name, array in given.items()},
            _for_keras({name: tf.TensorSpec([None] * array.ndim, array.dtype) for name, array in targets.items()}),
        )

        def batches() -> Iterator[tuple[Any, Any]]:
            for inputs, labels in self.of_epoch(self.epoch, self.first):
                yield inputs, _for_keras(labels)

        return tf.data.Dataset.from_generator(batches, output_signature=spec).prefetch(tf.data.AUTOTUNE)


def _for_keras(targets: dict[str, Any]) -> Any:
    each = tuple(targets.values())
    return each[0] if len(each) == 1 else each


def _generator(*seeds: int) -> np.random.Generator:
    return np.random.default_rng(seeds)
