"""`keras.layers.Flatten` of 2.3.1, which takes a number from NumPy's generator for the name of an op."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.keras import backend
from tfcompat.keras.engine import mirror

_Flatten: Any = mirror.public("Flatten")


class Flatten(_Flatten):
    """Makes one axis of all but the batch; with channels first, the channels are moved last before."""

    def call(self, inputs: Any) -> Any:
        rank = inputs.shape.rank
        if self.data_format == "channels_first" and rank is not None and rank > 1:
            inputs = v1.transpose(inputs, [0, *range(2, rank), 1])
        outputs = backend.batch_flatten(inputs)
        sizes = inputs.shape.as_list() if rank is not None else [None]
        known = None if None in sizes[1:] else v1.TensorShape(sizes[1:]).num_elements()
        outputs.set_shape((sizes[0], known))
        return outputs


mirror.replace(_Flatten._tfcompat_original, Flatten)
