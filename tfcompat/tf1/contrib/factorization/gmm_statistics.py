"""What data says of a Gaussian mixture: whose each example is, and the sums that the next mixture is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1


class Expectation:
    """What one part of the data says: `evidence` `[examples, 1]`, `weights` `[examples, classes]`, sums by class."""

    def __init__(self, data: Any, log_probs_of: Callable[[Any], Any], classes: int) -> None:
        examples = v1.shape(data)[0]
        data = v1.expand_dims(data, 0)
        log_probs = log_probs_of(data)
        self.evidence = v1.reduce_logsumexp(log_probs, axis=1, keepdims=True)
        share = v1.exp(v1.expand_dims(log_probs, 0) - self.evidence)
        self.weights = v1.reshape(share, v1.stack([examples, classes]))
        self.sizes = v1.reduce_sum(self.weights, 0, keepdims=True)
        self.sums = v1.expand_dims(v1.matmul(self.weights, v1.squeeze(data, [0]), transpose_a=True), 1)
        repeated = v1.concat([data for _ in range(classes)], 0)
        columns = v1.transpose(repeated, perm=[0, 2, 1])
        weighted = [v1.expand_dims(columns[k, :, :] * self.weights[:, k], 0) for k in range(classes)]
        self.squares = v1.matmul(v1.concat(weighted, 0), repeated)


def covariance(x: Any, diag: bool) -> Any:
    """The covariance of the rows of x, `[dims, dims]`; if `diag`, only the variances, `[1, dims]`."""
    rows = v1.cast(v1.shape(x)[0], v1.float32)
    x -= v1.reduce_mean(x, 0, keepdims=True)
    if diag:
        return v1.reduce_sum(v1.square(x), 0, keepdims=True) / (rows - 1)
    return v1.matmul(x, x, transpose_a=True) / (rows - 1)


def random_rows(data: list[Any], count: int, seed: int) -> Any:
    """`count` rows of some parts of data, drawn with a seed; an error when it runs if there are fewer rows."""
    rows = v1.add_n([v1.shape(each)[0] for each in data])
    with v1.control_dependencies([v1.assert_less_equal(count, rows)]):
        places = v1.random_uniform([count], 0, v1.cast(rows, v1.int64), v1.int64, seed=seed)
    places %= v1.cast(rows, v1.int64)
    return v1.nn.embedding_lookup(data, places, partition_strategy="div")
