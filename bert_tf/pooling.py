"""One vector for a text out of its tokens' vectors. Source: sentence-transformers' `Pooling`, by its names.

Shapes in letters: B batch, T tokens, H hidden size. A mask [B,T] is 1 for the text and 0 for padding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import tensorflow as tf

Tensor = Any
_LEAST = 1e-9


def cls(hidden: Tensor, mask: Tensor) -> Tensor:
    """The first token's vector, padding on the left passed over: [B,T,H], [B,T] -> [B,H]."""
    return tf.gather(hidden, tf.argmax(tf.cast(mask, tf.int32), axis=1), batch_dims=1)


def last(hidden: Tensor, mask: Tensor) -> Tensor:
    """The last token's vector; zeros for a text without tokens."""
    places = tf.range(tf.shape(mask)[1])[tf.newaxis] * tf.cast(mask, tf.int32)  # [B,T]
    found = tf.gather(hidden, tf.argmax(places, axis=1), batch_dims=1)
    return found * tf.cast(tf.reduce_any(tf.cast(mask, tf.bool), axis=1, keepdims=True), hidden.dtype)


def greatest(hidden: Tensor, mask: Tensor) -> Tensor:
    """The largest number in each place."""
    lowest = tf.constant(float("-inf"), hidden.dtype)
    return tf.reduce_max(tf.where(tf.cast(mask, tf.bool)[..., tf.newaxis], hidden, lowest), axis=1)


def mean(hidden: Tensor, mask: Tensor) -> Tensor:
    """The mean."""
    total, count = _sums(hidden, mask)
    return tf.cast(total / count, hidden.dtype)


def mean_by_root(hidden: Tensor, mask: Tensor) -> Tensor:
    """The sum over the square root of the number of tokens."""
    total, count = _sums(hidden, mask)
    return tf.cast(total / tf.sqrt(count), hidden.dtype)


def weighted_mean(hidden: Tensor, mask: Tensor) -> Tensor:
    """The mean in which the first token counts once, the second twice, and so on."""
    first = tf.argmax(tf.cast(mask, tf.int32), axis=1, output_type=tf.int32)[:, tf.newaxis]  # [B,1]
    places = tf.range(1, tf.shape(mask)[1] + 1)[tf.newaxis] - first  # [B,T]
    total, count = _sums(hidden, tf.cast(mask, tf.int32) * places)
    return tf.cast(total / count, hidden.dtype)


def _sums(hidden: Tensor, weights: Tensor) -> tuple[Tensor, Tensor]:
    """The weighted sum [B,H], and that of the weights [B,1], never nothing; in half precision neither."""
    wide = tf.cast(hidden, tf.float32) if hidden.dtype in (tf.float16, tf.bfloat16) else hidden
    weights = tf.cast(weights, wide.dtype)[..., tf.newaxis]  # [B,T,1]
    return tf.reduce_sum(wide * weights, axis=1), tf.maximum(tf.reduce_sum(weights, axis=1), _LEAST)


MODES: dict[str, Callable[[Tensor, Tensor], Tensor]] = {
    "cls": cls,
    "max": greatest,
    "mean": mean,
    "mean_sqrt_len_tokens": mean_by_root,
    "weightedmean": weighted_mean,
    "lasttoken": last,
}


def pool(hidden: Tensor, mask: Tensor, modes: tuple[str, ...]) -> Tensor:
    """One mode's vectors after the other's: [B,T,H], [B,T] -> [B,modes·H]."""
    return tf.concat([MODES[mode](hidden, mask) for mode in modes], axis=-1)


def normalize(x: Tensor) -> Tensor:
    """Each vector at length 1; a vector of zeros stays: [B,H]. Source: `torch.nn.functional.normalize`."""
    return x / tf.maximum(tf.norm(x, axis=-1, keepdims=True), tf.cast(1e-12, x.dtype))
