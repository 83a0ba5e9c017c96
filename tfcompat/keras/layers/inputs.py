"""`keras.layers.Input` and what belongs to it."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras
from tfcompat.keras.engine import mirror
from tfcompat.keras.engine.layer import note_shape

InputLayer = mirror.public("InputLayer")
InputSpec = keras().layers.InputSpec


def Input(  # noqa: N802 (the name of that time)
    shape: Any = None,
    batch_shape: Any = None,
    name: str | None = None,
    dtype: Any = None,
    sparse: bool = False,
    tensor: Any = None,
) -> Any:
    """A placeholder, or a given tensor, that a model can begin with.

    Args:
      shape: its shape without the batch size; `batch_shape` with it.

    Raises:
      ValueError: neither a shape nor a tensor is given.
    """
    if not batch_shape and tensor is None and shape is None:
        raise ValueError("Please provide to Input either a `shape` or a `batch_shape` argument. Note that `shape` does "
                         "not include the batch dimension.")  # fmt: skip
    if shape is not None and not batch_shape:
        batch_shape = (None, *shape)
    layer = InputLayer(
        batch_input_shape=tuple(batch_shape) if batch_shape else None,
        name=name,
        dtype=dtype or (keras().backend.floatx() if tensor is None else None),
        sparse=sparse,
        input_tensor=tensor,
    )
    output = layer._inbound_nodes[0].outputs
    note_shape(output)
    return output
