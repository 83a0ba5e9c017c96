"""What is otherwise on a GPU: XLA compiles the encoder once for each of few shapes, and float32 may be rounded."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Callable
from typing import Any

import tensorflow as tf

Tensor = Any
TOKENS = 16384  # of a batch of `encode`, which keeps a large GPU busy in BERT-base and takes less than 2 GiB
_SHORTEST = 8  # tokens of the smallest shape


class InexactProducts(UserWarning):
    """TensorFlow rounds what it multiplies to TF32."""


def there() -> bool:
    """Whether TensorFlow sees a GPU. oneDNN's kernels are for processors alone."""
    return bool(tf.config.get_visible_devices("GPU"))


def bucket(count: int, smallest: int = _SHORTEST) -> int:
    """The length that so many are padded to: a power of two."""
    return max(smallest, 1 << (count - 1).bit_length())


class Compiled:
    """An encoder of ids, mask and kinds [B,T] -> [B,T,H], compiled for lengths of two's powers, and its end for any.

    Args:
      hidden: computes [B,T,H] of the three.
      end: makes of that, and of the mask, what is returned.
      width: H.
      most: tokens that no text has more of.
    """

    def __init__(self, hidden: Callable[..., Tensor], end: Callable[..., Any], width: int, most: int) -> None:
        self._hidden, self._most = hidden, most
        grids = [tf.TensorSpec([None, None, width]), tf.TensorSpec([None, None], tf.int32)]
        self._end = tf.function(end, input_signature=grids, autograph=False)
        self._of_shape = functools.cache(self._compile)

    def __call__(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Any:
        texts, tokens = ids.shape
        shape = bucket(texts, 1), min(bucket(tokens), self._most)
        room = [[0, most - count] for most, count in zip(shape, (texts, tokens), strict=True)]
        hidden = self._of_shape(shape)(*(tf.pad(each, room) for each in (ids, mask, kinds)))
        return self._end(hidden[:texts, :tokens], mask)

    def _compile(self, shape: tuple[int, int]) -> Any:
        given = [tf.TensorSpec(shape, tf.int32)] * 3
        return tf.function(
            self._hidden, input_signature=given, jit_compile=True, autograph=False
        ).get_concrete_function()


def warn_of_tf32() -> None:
    """Says so where products are not exact: on a GPU that has TF32, as long as TensorFlow's own switch is on."""
    if not tf.config.experimental.tensor_float_32_execution_enabled():
        return
    details = map(tf.config.experimental.get_device_details, tf.config.get_visible_devices("GPU"))
    if any(each.get("compute_capability", (0, 0)) >= (8, 0) for each in details):
        warnings.warn(
            "TensorFlow rounds products to TF32 on this GPU, about three digits. For Hugging Face's numbers to 1e-5: "
            "tf.config.experimental.enable_tensor_float_32_execution(False)",
            InexactProducts,
            stacklevel=3,
        )
