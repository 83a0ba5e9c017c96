"""The functions of `keras.backend` take their arguments by the names of Keras 1 as well."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.keras.legacy import convert

_WINDOW = "border_mode=padding dim_ordering=data_format"
# function -> old=new
RENAMES = {
    "batch_get_value": "xs=tensors",
    "conv1d": "stride=strides border_mode=padding",
    "conv2d": f"{_WINDOW} filter_dilation=dilation_rate",
    "conv3d": _WINDOW,
    "expand_dims": "dim=axis",
    "one_hot": "nb_classes=num_classes",
    "pool2d": _WINDOW,
    "pool3d": _WINDOW,
    "random_normal": "std=stddev",
    "random_uniform": "low=minval high=maxval",
    "resize_images": "X=x dim_ordering=data_format",
    "resize_volumes": "X=x dim_ordering=data_format",
    "separable_conv2d": _WINDOW,
    "set_epsilon": "e=value",
    "set_floatx": "floatx=value",
}
_FOR_THEANO = ("image_shape", "filter_shape", "volume_shape")


def taking(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of `keras.backend` that takes both names; itself, if none of its arguments had another."""
    if name not in RENAMES:
        return function

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        if name.startswith("conv"):
            kwargs = {key: value for key, value in kwargs.items() if key not in _FOR_THEANO}
        return function(*args, **convert.rename(f"keras.backend.{name}", args, kwargs, RENAMES[name], False))

    return called
