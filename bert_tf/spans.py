"""The best span of each text."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

LONGEST = 30  # tokens of an answer, as in google-research/bert


def best(start_logits: Any, end_logits: Any, allowed: Any) -> tuple[Any, Any, Any]:
    """First and last token, and the logits' sum less that of "no answer": [B,T] twice, booleans [B,T] -> [B] each."""
    pairs = tf.cast(start_logits[:, :, tf.newaxis] + end_logits[:, tf.newaxis, :], tf.float32)  # [B,T,T]
    tokens = tf.shape(pairs)[1]
    near = tf.linalg.band_part(tf.ones([tokens, tokens], tf.bool), 0, tf.minimum(LONGEST, tokens) - 1)
    fits = allowed[:, :, tf.newaxis] & allowed[:, tf.newaxis, :] & near
    flat = tf.reshape(tf.where(fits, pairs, pairs.dtype.min), [-1, tokens * tokens])
    place = tf.argmax(flat, axis=-1, output_type=tf.int32)
    return place // tokens, place % tokens, tf.reduce_max(flat, axis=-1) - pairs[:, 0, 0]


def joined(tokens: Any, start: Any, end: Any) -> Any:
    """The tokens [B,T] from `start` to `end` [B] as one string each: blanks between words, none before `##`."""
    places = tf.range(tf.shape(tokens)[1])[tf.newaxis]
    within = (places >= start[:, tf.newaxis]) & (places <= end[:, tf.newaxis])
    words = tf.ragged.boolean_mask(tokens, within)
    return tf.strings.regex_replace(tf.strings.reduce_join(words, axis=-1, separator=" "), " ##", "")
