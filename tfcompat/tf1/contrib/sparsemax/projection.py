"""`sparsemax`: the nearest point on the simplex."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def sparsemax(logits: Any, name: str | None = None) -> Any:
    """`tf.contrib.sparsemax.sparsemax` of 1.15: `[batch, classes]` of a float dtype to the same; rows sum to 1.

    A row with a nan, or without a finite maximum, is all nan.
    """
    with v1.name_scope(name, "sparsemax", [logits]):
        z = v1.convert_to_tensor(logits, name="logits")
        rows, classes = v1.shape(z)[0], v1.shape(z)[1]
        highest, _ = v1.nn.top_k(z, k=classes)
        sums = v1.cumsum(highest, axis=1)
        k = v1.range(1, v1.cast(classes, z.dtype) + 1, dtype=z.dtype)
        count = v1.reduce_sum(v1.cast(1 + k * highest > sums, v1.int32), axis=1)  # how many are not zero
        last = v1.stack([v1.range(0, rows), v1.maximum(count, 1) - 1], axis=1)
        threshold = (v1.gather_nd(sums, last) - 1) / v1.cast(count, z.dtype)
        p = v1.maximum(v1.cast(0, z.dtype), z - threshold[:, v1.newaxis])
        undefined = v1.logical_or(v1.equal(count, 0), v1.is_nan(sums[:, -1]))
        return v1.where(undefined, v1.fill([rows, classes], v1.cast(float("nan"), z.dtype)), p)
