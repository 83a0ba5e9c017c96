"""`tensorflow.contrib.rnn.python.kernel_tests.benchmarking`: how 1.15 measured its cells."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["device", "dict_product", "seconds_per_run"]


def device(use_gpu: bool = False) -> Any:
    """The context of the first GPU or CPU."""
    return v1.device("/gpu:0" if use_gpu else "/cpu:0")


def seconds_per_run(op: Any, sess: Any, num_runs: int = 50) -> float:
    """The mean time of a run, after two that do not count."""
    for _ in range(2):
        sess.run(op)
    start = time.time()
    for _ in range(num_runs):
        sess.run(op)
    return (time.time() - start) / num_runs


def dict_product(dicts: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Every choice of one value for each key."""
    for values in itertools.product(*dicts.values()):
        yield dict(zip(dicts, values, strict=True))
