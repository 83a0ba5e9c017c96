"""Convolutions and poolings with their channels first, on a processor: there TensorFlow has kernels for channels last.

Keras 2.3.1 moved the channels where there was no GPU; tf_keras leaves that to TensorFlow, which refuses.
Source: keras.backend.tensorflow_backend, `_preprocess_conv2d_input` and its neighbours.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import v1

# Layers of tf_keras that pass the format on to TensorFlow's kernels.
MOVED = frozenset("""
    AveragePooling2D Conv1D Conv2D Conv3D Conv3DTranspose MaxPooling2D SeparableConv1D SeparableConv2D
""".split())  # fmt: skip


def call(mirrored: Any) -> Callable[..., Any]:
    """The method `call` of a mirrored layer that is in the table."""

    def called(self: Any, inputs: Any) -> Any:
        original = super(mirrored, self).call
        if self.data_format != "channels_first" or module("backend")._has_nchw_support():
            return original(inputs)
        rank = inputs.shape.rank
        with _channels_last(self, rank):
            outputs = original(v1.transpose(inputs, [0, *range(2, rank), 1]))
        outputs = v1.transpose(outputs, [0, rank - 1, *range(1, rank - 1)])
        activation = getattr(self, "activation", None)
        return outputs if activation is None else activation(outputs)

    called.__name__ = "call"
    return called


@contextlib.contextmanager
def _channels_last(layer: Any, rank: int) -> Iterator[None]:
    """The layer as one that has its channels last and no activation, which may look at the last axis."""
    own = vars(layer)
    changed = {
        "data_format": "channels_last",
        "_channels_first": False,
        "_tf_data_format": module("utils.conv_utils").convert_data_format("channels_last", rank),
        "_tfcompat_convolution": None,  # made for the other format
        "activation": None,
    }
    before = {name: own[name] for name in changed if name in own}
    own.update((name, changed[name]) for name in before)
    try:
        yield
    finally:
        own.update(before)
