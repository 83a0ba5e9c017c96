"""`tf.keras.utils.convert_all_kernels_in_model`: turns convolution kernels between Theano's and TensorFlow's way."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras

_CONVOLUTIONS = {"Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose"}


def convert_all_kernels_in_model(model: Any) -> None:
    """Flips the kernels of all convolutions of the model, in place."""
    backend = keras().backend
    kernels = [layer.kernel for layer in model.layers if type(layer).__name__ in _CONVOLUTIONS]
    backend.batch_set_value([(kernel, _flipped(backend.get_value(kernel))) for kernel in kernels])


def _flipped(kernel: np.ndarray) -> np.ndarray:
    """The kernel with its spatial dimensions, all but the last two, reversed."""
    spatial = tuple(range(kernel.ndim - 2))
    return np.copy(np.flip(kernel, spatial))
