"""`tf.nn.ctc_loss(labels, inputs, …)`; before TensorFlow 1.0 the inputs came first."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def ctc_loss(labels: Any, inputs: Any = None, sequence_length: Any = None, *args: Any, **kwargs: Any) -> Any:
    """As in 1.15; the labels are the sparse one of the two tensors, whatever their order."""
    sparse = (v1.SparseTensor, v1.SparseTensorValue)
    if isinstance(inputs, sparse) and not isinstance(labels, sparse):
        labels, inputs = inputs, labels
    return v1.nn.ctc_loss(labels, inputs, sequence_length, *args, **kwargs)
