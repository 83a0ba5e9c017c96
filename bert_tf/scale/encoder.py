"""A checkpoint as what turns texts into vectors, loaded once in a process."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

THREADS, GIVEN = "TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS"


class Settings(NamedTuple):
    """Which vectors: a checkpoint's path, and `bert_tf.encode`'s arguments; None for what the checkpoint says."""

    path: str
    pooling: str | None = None
    normalize: bool = False
    max_length: int | None = None
    gelu: str | None = None


class Encoder(NamedTuple):
    """A `FastModel` and its tokenizer."""

    fast: Any
    tokenizer: Any
    max_length: int | None

    def stream(self, texts: Iterable[Any], progress: Any = None) -> Iterator[np.ndarray]:
        """Vectors [n,E], float32, in the order of the texts, some thousands at a time."""
        from bert_tf.fast.encode import stream

        return stream(self.fast, self.tokenizer, texts, max_length=self.max_length, progress=progress)


@functools.lru_cache(maxsize=1)
def load(settings: Settings) -> Encoder:
    """The encoder of a checkpoint; the second call in a process gives the first one's.

    A folder of sentence-transformers says itself how its vectors are made; of any other the mean is taken, unless
    `pooling` says otherwise.

    Raises:
      FileNotFoundError, BadCheckpoint: there is none, it has no vocabulary, or it cannot be read.
      ValueError: the pooling or the length does not fit.
    """
    if GIVEN in os.environ:  # Spark says so how many processors a task has
        os.environ.setdefault(THREADS, os.environ[GIVEN])
    from bert_tf import pooling
    from bert_tf.fast import finishing
    from bert_tf.fast.encode import check_length
    from bert_tf.fast.frozen import FastModel
    from bert_tf.tasks import needs

    if settings.pooling is not None and settings.pooling not in pooling.MODES:
        raise ValueError(f"pooling is one of {', '.join(pooling.MODES)}; received {settings.pooling!r}.")
    model, tokenizer = needs.load("encode", Path(settings.path), settings.gelu)
    check_length(settings.max_length, model.config)
    own = settings.pooling is None and not settings.normalize
    finish = None if own else finishing.pooled((settings.pooling or "mean",), settings.normalize)
    return Encoder(FastModel(model, finish), tokenizer, settings.max_length)
