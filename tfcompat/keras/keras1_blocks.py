"""`keras.applications.resnet50` of Keras 1 and 2.0: the blocks that the model is made of."""

from __future__ import annotations

from typing import Any

from tfcompat.keras import layers
from tfcompat.keras.backend import image_data_format

__all__ = ["conv_block", "identity_block"]


def identity_block(input_tensor: Any, kernel_size: Any, filters: Any, stage: Any, block: str) -> Any:
    """Three convolutions, each with a batch normalization, whose input is added to what they give.

    Args:
      input_tensor: [batch, height, width, filters[2]], or the channels first.
      kernel_size: of the convolution in the middle.
      filters: the channels that the three convolutions give.
      stage: this and `block` go into the layers' names, as in `res2a_branch2b`.
    """
    return _block(input_tensor, kernel_size, filters, f"{stage}{block}_branch", None)


def conv_block(input_tensor: Any, kernel_size: Any, filters: Any, stage: Any, block: str, strides: Any = (2, 2)) -> Any:
    """As `identity_block`, with `strides` in its first convolution and one more on what is added."""
    return _block(input_tensor, kernel_size, filters, f"{stage}{block}_branch", strides)


def _block(inputs: Any, kernel_size: Any, filters: Any, names: str, strides: Any) -> Any:
    axis = 3 if image_data_format() == "channels_last" else 1

    def convolved(x: Any, place: str, channels: int, size: Any, **options: Any) -> Any:
        x = layers.Conv2D(channels, size, name=f"res{names}{place}", **options)(x)
        return layers.BatchNormalization(axis=axis, name=f"bn{names}{place}")(x)

    step = {} if strides is None else {"strides": strides}
    x = layers.Activation("relu")(convolved(inputs, "2a", filters[0], (1, 1), **step))
    x = layers.Activation("relu")(convolved(x, "2b", filters[1], kernel_size, padding="same"))
    x = convolved(x, "2c", filters[2], (1, 1))
    added = inputs if strides is None else convolved(inputs, "1", filters[2], (1, 1), **step)
    return layers.Activation("relu")(layers.add([x, added]))
