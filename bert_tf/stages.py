"""The mathematics of BERT, one pure function of tensors a step.

Shapes in letters: B batch, T tokens, H hidden size, N heads, D head size (H = N·D unless heads were pruned),
I intermediate size, V vocabulary, P positions, S token types, K labels.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import tensorflow as tf

Tensor = Any
_TANH_SCALE = math.sqrt(2 / math.pi)


def shape_of(x: Tensor) -> list[Any]:
    """Each dimension, as a number where it is known and as a scalar tensor where it is not."""
    known = x.shape.as_list()
    if None not in known:
        return known
    dynamic = tf.shape(x)
    return [dynamic[axis] if size is None else size for axis, size in enumerate(known)]


def widened(x: Tensor) -> Tensor:
    """Half-precision numbers as float32, in which sums are taken."""
    return tf.cast(x, tf.float32) if x.dtype in (tf.float16, tf.bfloat16) else x


# Embeddings


def look_up(table: Tensor, ids: Tensor, padding_id: int | None = None) -> Tensor:
    """One row of the table for each id: [V,H], [B,T] -> [B,T,H]. The padding's row gets no gradient, as in PyTorch."""
    rows = tf.gather(table, ids)
    if padding_id is None:
        return rows
    return tf.where(tf.equal(ids, padding_id)[..., tf.newaxis], tf.stop_gradient(rows), rows)


def first_positions(table: Tensor, length: Any) -> Tensor:
    """The rows of positions 0 to T-1: [P,H] -> [1,T,H]."""
    return table[tf.newaxis, :length]  # [1,T,H]


def add_embeddings(word: Tensor, token_type: Tensor, position: Tensor) -> Tensor:
    """word + token type + position, in Hugging Face's order: [B,T,H]."""
    return word + token_type + position


def normalized(x: Tensor, eps: float, axis: int = -1) -> tuple[Tensor, Tensor]:
    """(x - mean) times 1 / sqrt(variance + eps) over an axis, and that factor: [..,H], [..,1]."""
    centred = x - tf.reduce_mean(x, axis=axis, keepdims=True)
    variance = tf.reduce_mean(tf.square(centred), axis=axis, keepdims=True)  # [..,1]
    scale = tf.math.rsqrt(variance + tf.constant(eps, x.dtype))
    return centred * scale, scale


def layer_norm(x: Tensor, gamma: Tensor, beta: Tensor, eps: float) -> Tensor:
    """(x - mean) / sqrt(variance + eps) · gamma + beta over the last axis, never in half precision: [..,H]."""
    wide = widened(x)
    normal, _ = normalized(wide, eps)
    return tf.cast(normal * tf.cast(gamma, wide.dtype) + tf.cast(beta, wide.dtype), x.dtype)


# Attention


def dense(x: Tensor, kernel: Tensor, bias: Tensor) -> Tensor:
    """x·kernel + bias, as one product of matrices: [..,H], [H,I], [I] -> [..,I]."""
    *outer, width = shape_of(x)
    rows = tf.reshape(x, [-1, width])  # [B·T,H]
    found = tf.nn.bias_add(tf.matmul(rows, kernel), bias)  # [B·T,I]
    return tf.reshape(found, [*outer, kernel.shape[-1]])  # [..,I]


def split_heads(x: Tensor, heads: int) -> Tensor:
    """[B,T,N·D] -> [B,N,T,D]."""
    batch, tokens, width = shape_of(x)
    return tf.transpose(tf.reshape(x, [batch, tokens, heads, width // heads]), [0, 2, 1, 3])


def attention_scores(query: Tensor, key: Tensor) -> Tensor:
    """query·keyᵀ / √D: [B,N,T,D] twice -> [B,N,T,T]."""
    scale = tf.constant(query.shape[-1] ** -0.5, query.dtype)  # never by way of float32, as tf.cast takes a number
    return tf.matmul(query, key, transpose_b=True) * scale


def widen_mask(mask: Tensor) -> Tensor:
    """A mask of any rank so that it broadcasts to the scores: [B,T], [B,T,T] or [B,1|N,1|T,T] -> rank 4.

    True, or any number but 0, is a token that may be seen, and the result is of booleans; but a mask of rank 4 that
    has a floating dtype is added to the scores, as in Hugging Face, and stays as it is.
    """
    if mask.shape.rank == 4 and mask.dtype.is_floating:
        return mask
    mask = mask if mask.dtype == tf.bool else tf.not_equal(mask, tf.cast(0, mask.dtype))
    if mask.shape.rank == 2:
        return mask[:, tf.newaxis, tf.newaxis, :]  # [B,1,1,T]
    if mask.shape.rank == 3:
        return mask[:, tf.newaxis, :, :]  # [B,1,T,T]
    return mask


def mask_scores(scores: Tensor, mask: Tensor, value: float | None = None) -> Tensor:
    """The scores where the mask is true, elsewhere `value`, or the dtype's smallest number: [B,N,T,T].

    A masked score is replaced, not added to, so a row whose keys are all masked attends to each of them alike,
    whatever the value is. That is what Hugging Face's eager attention gives.
    """
    if mask.dtype.is_floating:
        # Half the smallest number: with all of it the sum could be minus infinity, and such a row NaN.
        return scores + tf.maximum(tf.cast(mask, scores.dtype), scores.dtype.min / 2)
    low = scores.dtype.min if value is None else max(value, scores.dtype.min)
    return tf.where(mask, scores, tf.constant(low, scores.dtype))


def attention_probs(scores: Tensor) -> Tensor:
    """Softmax over the keys, never in half precision: [B,N,T,T]."""
    return tf.cast(tf.nn.softmax(widened(scores)), scores.dtype)


def mask_heads(probs: Tensor, head_mask: Tensor) -> Tensor:
    """Each head's probabilities times its weight: [B,N,T,T], [N] -> [B,N,T,T]."""
    return probs * tf.reshape(tf.cast(head_mask, probs.dtype), [1, -1, 1, 1])


def attention_context(probs: Tensor, value: Tensor) -> Tensor:
    """What each head gathers: [B,N,T,T], [B,N,T,D] -> [B,N,T,D]."""
    return tf.matmul(probs, value)


def join_heads(x: Tensor) -> Tensor:
    """[B,N,T,D] -> [B,T,N·D]."""
    batch, heads, tokens, width = shape_of(x)
    return tf.reshape(tf.transpose(x, [0, 2, 1, 3]), [batch, tokens, heads * width])


def add_residual(x: Tensor, residual: Tensor) -> Tensor:
    """x + residual: [B,T,H]."""
    return x + residual


# Pooler and heads


def first_token(x: Tensor) -> Tensor:
    """The [CLS] token's vector: [B,T,H] -> [B,H]."""
    return x[:, 0]


def vocabulary_logits(x: Tensor, table: Tensor, bias: Tensor) -> Tensor:
    """x·tableᵀ + bias, the table being the word embeddings where they are tied: [B,T,H], [V,H], [V] -> [B,T,V]."""
    *outer, width = shape_of(x)
    found = tf.nn.bias_add(tf.matmul(tf.reshape(x, [-1, width]), table, transpose_b=True), bias)  # [B·T,V]
    return tf.reshape(found, [*outer, table.shape[0]])  # [B,T,V]


# Activations, by the names in `hidden_act`


def gelu(x: Tensor) -> Tensor:
    """x·Φ(x), exactly: Hugging Face's `gelu`."""
    if x.dtype == tf.float64:  # TensorFlow's own takes √2 from float32
        return 0.5 * x * (1 + tf.math.erf(x * tf.constant(math.sqrt(0.5), x.dtype)))
    return tf.nn.gelu(x, approximate=False)


def gelu_tanh(x: Tensor) -> Tensor:
    """The approximation by tanh: Hugging Face's `gelu_new`, and what google-research/bert calls `gelu`."""
    return tf.nn.gelu(x, approximate=True)


def _gelu_fast(x: Tensor) -> Tensor:
    return 0.5 * x * (1 + tf.tanh(x * 0.7978845608 * (1 + 0.044715 * x * x)))


def _laplace(x: Tensor) -> Tensor:
    return 0.5 * (1 + tf.math.erf((x - 0.707107) / (0.282095 * math.sqrt(2))))


ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "gelu": gelu,
    "gelu_10": lambda x: tf.clip_by_value(gelu(x), -10, 10),
    "gelu_accurate": gelu_tanh,
    "gelu_fast": _gelu_fast,
    "gelu_new": gelu_tanh,
    "gelu_python": gelu,
    "gelu_python_tanh": gelu_tanh,
    "gelu_pytorch_tanh": gelu_tanh,
    "hardswish": lambda x: x * tf.nn.relu6(x + 3) / 6,
    "laplace": _laplace,
    "leaky_relu": lambda x: tf.nn.leaky_relu(x, alpha=0.01),
    "linear": lambda x: x,
    "mish": lambda x: x * tf.tanh(tf.nn.softplus(x)),
    "quick_gelu": lambda x: x * tf.sigmoid(1.702 * x),
    "relu": tf.nn.relu,
    "relu2": lambda x: tf.square(tf.nn.relu(x)),
    "relu6": tf.nn.relu6,
    "sigmoid": tf.sigmoid,
    "silu": tf.nn.silu,
    "sqrtsoftplus": lambda x: tf.sqrt(tf.nn.softplus(x)),
    "swish": tf.nn.silu,
    "tanh": tf.tanh,
}


def activate(x: Tensor, name: str) -> Tensor:
    """The activation that `hidden_act` names, never in half precision: [..,I]."""
    return tf.cast(ACTIVATIONS[name](widened(x)), x.dtype)
