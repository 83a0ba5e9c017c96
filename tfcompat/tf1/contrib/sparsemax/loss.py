"""`sparsemax_loss`: the loss whose gradient is sparsemax minus the labels."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def sparsemax_loss(logits: Any, sparsemax: Any, labels: Any, name: str | None = None) -> Any:
    """`tf.contrib.sparsemax.sparsemax_loss` of 1.15: `[batch]`; all arguments are floats `[batch, classes]`."""
    with v1.name_scope(name, "sparsemax_loss", [logits, sparsemax, labels]):
        z = v1.convert_to_tensor(logits, name="logits")
        p = v1.convert_to_tensor(sparsemax, name="sparsemax")
        q = v1.convert_to_tensor(labels, name="labels")
        # Where p is 0, z may be minus infinity: 0 times that would be nan.
        part = v1.where(v1.logical_or(p > 0, v1.is_nan(p)), p * (z - 0.5 * p), v1.zeros_like(p))
        wanted = q * (0.5 * q - z)
        wanted = v1.where(v1.logical_and(v1.equal(q, 0), v1.is_inf(z)), v1.zeros_like(z), wanted)
        return v1.reduce_sum(part + wanted, axis=1)
