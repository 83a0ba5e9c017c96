"""`tf.batch_matmul` of TensorFlow 0.x: `tf.matmul` takes batches since 1.0, under other argument names."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def batch_matmul(x: Any, y: Any, adj_x: bool = False, adj_y: bool = False, name: str | None = None) -> Any:
    """Multiplies slices of two tensors in batches; `adj_x` and `adj_y` conjugate and transpose a slice first."""
    return v1.matmul(x, y, adjoint_a=bool(adj_x), adjoint_b=bool(adj_y), name=name)
