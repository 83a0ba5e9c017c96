"""What a head's answers cost, each a function of tensors; never in half precision. Source: PyTorch's losses.

Under `tf.distribute` a replica's loss is its share: the sum of all is the loss of the whole batch, whichever labels
are ignored where, and so are the sums of gradients that optimizers take.

Shapes in letters: B batch, T tokens, K labels.
"""

from __future__ import annotations

from typing import Any

import tensorflow as tf

Tensor = Any
IGNORED = -100


def _wide(x: Tensor) -> Tensor:
    return tf.cast(x, tf.float32) if x.dtype in (tf.float16, tf.bfloat16) else x


def _everywhere(count: Tensor) -> Tensor:
    """The sum of all replicas' counts."""
    context = tf.distribute.get_replica_context()
    if context is None or context.num_replicas_in_sync == 1:
        return count
    return context.all_reduce(tf.distribute.ReduceOp.SUM, count)


def _mean(each: Tensor) -> Tensor:
    return tf.reduce_sum(each) / _everywhere(tf.cast(tf.size(each), each.dtype))


def cross_entropy(logits: Tensor, labels: Tensor, ignored: Any = IGNORED) -> Tensor:
    """The mean of -log p(label) over all labels but the ignored ones: [..,K], [..] -> scalar.

    NaN where every label is ignored, as `torch.nn.CrossEntropyLoss` gives.
    """
    wide = _wide(tf.reshape(logits, [-1, logits.shape[-1] or tf.shape(logits)[-1]]))  # [B·T,K]
    labels = tf.reshape(labels, [-1])  # [B·T]
    counts = tf.not_equal(labels, tf.cast(ignored, labels.dtype))
    each = tf.nn.sparse_softmax_cross_entropy_with_logits(tf.where(counts, labels, tf.zeros_like(labels)), wide)
    total = tf.reduce_sum(tf.where(counts, each, tf.zeros_like(each)))
    return total / _everywhere(tf.reduce_sum(tf.cast(counts, wide.dtype)))


def squared_error(logits: Tensor, labels: Tensor) -> Tensor:
    """The mean square of the difference: [B,K] twice, or [B,1] and [B] -> scalar."""
    wide = _wide(logits)
    return _mean(tf.square(wide - tf.reshape(tf.cast(labels, wide.dtype), tf.shape(wide))))


def binary_cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """The mean over every label, each there or not by itself: [B,K] twice -> scalar."""
    wide = _wide(logits)
    return _mean(tf.nn.sigmoid_cross_entropy_with_logits(tf.cast(labels, wide.dtype), wide))


def span(start_logits: Tensor, end_logits: Tensor, start: Tensor, end: Tensor) -> Tensor:
    """The mean of both ends' cross-entropies: [B,T] twice, [B] twice -> scalar. A place beyond the text is ignored."""
    tokens = tf.shape(start_logits)[1]

    def one(logits: Tensor, places: Tensor) -> Tensor:
        places = tf.clip_by_value(tf.reshape(places, [-1]), 0, tf.cast(tokens, places.dtype))
        return cross_entropy(logits, places, tokens)

    return (one(start_logits, start) + one(end_logits, end)) / 2


SEQUENCE = {
    "regression": squared_error,
    "single_label_classification": cross_entropy,
    "multi_label_classification": binary_cross_entropy,
}
