"""`tf.nn.ctc_loss(labels, inputs, …)`; before TensorFlow 1.0 the inputs came first."""

from __future__ import annotations

import functools
from typing import Any

from tfcompat.backend.v1api import v1


@functools.wraps(v1.nn.ctc_loss)
def ctc_loss(*args: Any, **kwargs: Any) -> Any:
    """As in 1.15; the labels are the sparse one of the two tensors, whatever their order."""
    if args and not _is_sparse(args[0]) and ("labels" in kwargs or (len(args) > 1 and _is_sparse(args[1]))):
        return _ctc_loss_0x(*args, **kwargs)
    return v1.nn.ctc_loss(*args, **kwargs)


def _ctc_loss_0x(inputs: Any, labels: Any, sequence_length: Any, *args: Any, **kwargs: Any) -> Any:
    return v1.nn.ctc_loss(labels, inputs, sequence_length, *args, **kwargs)


def _is_sparse(value: Any) -> bool:
    return isinstance(value, (v1.SparseTensor, v1.SparseTensorValue))
