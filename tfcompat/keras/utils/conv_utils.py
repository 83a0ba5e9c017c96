"""`keras.utils.conv_utils` of 2.3.1, by which layers of the user's own know their output's shape."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.keras.backend import normalize_data_format

_PADDINGS = ("valid", "same", "full", "causal")


def normalize_tuple(value: Any, n: int, name: str) -> tuple[Any, ...]:
    """`n` integers as a tuple, or one integer `n` times.

    Raises:
      ValueError: it is neither.
    """
    if isinstance(value, int):
        return (value,) * n
    problem = f"The `{name}` argument must be a tuple of {n} integers. Received: {value}"
    try:
        found = tuple(value)
    except TypeError:
        raise ValueError(problem) from None
    if len(found) != n:
        raise ValueError(problem)
    for each in found:
        try:
            int(each)
        except ValueError:
            raise ValueError(f"{problem} including element {each} of type {type(each)}") from None
    return found


def normalize_padding(value: str) -> str:
    """`valid`, `same` or `causal` in small letters.

    Raises:
      ValueError: it is none of these.
    """
    padding = value.lower()
    if padding not in ("valid", "same", "causal"):
        raise ValueError(
            f'The `padding` argument must be one of "valid", "same" (or "causal" for Conv1D). Received: {padding}'
        )
    return padding


def convert_kernel(kernel: Any) -> np.ndarray:
    """A kernel turned around in space, channels last: from Theano's convention to TensorFlow's, and back.

    Raises:
      ValueError: it has not 3 to 5 axes.
    """
    kernel = np.asarray(kernel)
    if not 3 <= kernel.ndim <= 5:
        raise ValueError("Invalid kernel shape:", kernel.shape)
    return np.flip(kernel, tuple(range(kernel.ndim - 2))).copy()


def conv_output_length(input_length: Any, filter_size: int, padding: str, stride: int, dilation: int = 1) -> Any:
    """The length of what a convolution gives, or None if the input's is not known."""
    if input_length is None:
        return None
    assert padding in _PADDINGS
    covered = filter_size + (filter_size - 1) * (dilation - 1)
    longer = {"valid": 1 - covered, "full": covered - 1}.get(padding, 0)
    return (input_length + longer + stride - 1) // stride


def conv_input_length(output_length: Any, filter_size: int, padding: str, stride: int) -> Any:
    """The length of what a convolution takes, or None if the output's is not known."""
    if output_length is None:
        return None
    assert padding in _PADDINGS[:3]
    pad = {"same": filter_size // 2, "valid": 0, "full": filter_size - 1}[padding]
    return (output_length - 1) * stride - 2 * pad + filter_size


def deconv_length(
    dim_size: Any, stride_size: int, kernel_size: int, padding: str, output_padding: Any, dilation: int = 1
) -> Any:
    """The length of what a transposed convolution gives, or None if the input's is not known."""
    assert padding in _PADDINGS[:3]
    if dim_size is None:
        return None
    covered = (kernel_size - 1) * dilation + 1
    if output_padding is None:
        longer = {"valid": max(covered - stride_size, 0), "full": -(stride_size + covered - 2), "same": 0}
        return dim_size * stride_size + longer[padding]
    pad = {"same": covered // 2, "valid": 0, "full": covered - 1}[padding]
    return (dim_size - 1) * stride_size + covered - 2 * pad + output_padding


__all__ = [
    "conv_input_length",
    "conv_output_length",
    "convert_kernel",
    "deconv_length",
    "normalize_data_format",
    "normalize_padding",
    "normalize_tuple",
]
