"""The steps of `stages` in the form that TensorFlow's graph optimizer makes one kernel of, on tokens in one row each.

With oneDNN a dense layer with what follows it (GELU, a residual), a layer norm and a scaled product are one kernel
each; without it a dense layer with its bias is. What counts is how a step is written: matrices rather than tensors of
rank 3, `bias_add` rather than `+`, an axis counted from the front, gamma and beta as constants.
Source of the patterns: TensorFlow's `core/grappler/optimizers/remapper.cc`.
"""

from __future__ import annotations

import math
from typing import Any

import tensorflow as tf

from bert_tf import stages
from bert_tf.listening import heard

Tensor = Any
_KERNELS_EPS = 1e-3


def dense(x: Tensor, kernel: Tensor, bias: Tensor, transposed: bool = False) -> Tensor:
    """`stages.dense`: [n,H], [H,I] or transposed [I,H], [I] -> [n,I]."""
    return tf.nn.bias_add(tf.matmul(x, tf.cast(kernel, x.dtype), transpose_b=transposed), tf.cast(bias, x.dtype))


def layer_norm(x: Tensor, gamma: Any, beta: Any, eps: float) -> Tensor:
    """`stages.layer_norm`, gamma and beta being arrays: [n,H] -> [n,H].

    The fused kernel takes 0.001 for eps whatever the graph says (TensorFlow 2.21). So that is what the graph says, of
    an input so much larger that the result is the one wanted.
    """
    x = x * tf.constant(math.sqrt(_KERNELS_EPS / eps), x.dtype)
    gamma, beta = tf.constant(gamma, x.dtype), tf.constant(beta, x.dtype)
    mean = tf.reduce_mean(x, [1], keepdims=True)  # [n,1]
    variance = tf.reduce_mean(tf.math.squared_difference(x, mean), [1], keepdims=True)  # [n,1]
    scale = tf.math.rsqrt(variance + tf.constant(_KERNELS_EPS, x.dtype)) * gamma  # [n,H]
    return x * scale + (beta - mean * scale)


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    """Scores, mask, softmax and context of `stages`: [B,N,T,D] three times, and [B,1,1,T] to be added -> [B,N,T,D]."""
    scores = heard("scores", stages.attention_scores(query, key))  # [B,N,T,T]
    if bias is not None:
        scores = scores + bias
    return stages.attention_context(heard("probs", tf.nn.softmax(scores)), value)
