"""The steps of `kernels` by TensorFlow's public ops, on tokens in one row each, and open at every stage.

A dense layer with its bias is one kernel, wherever it runs. What counts is how a step is written: matrices rather than
tensors of rank 3, and `bias_add` rather than `+`.
Source of the pattern: TensorFlow's `core/grappler/optimizers/remapper.cc`.
"""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from bert_tf import stages
from bert_tf.fast.weights import Dense, Norm
from bert_tf.listening import heard

Tensor = Any


def dense(x: Tensor, weights: Dense) -> Tensor:
    """`stages.dense`: [n,H] -> [n,I]."""
    kernel, bias = tf.cast(weights.kernel, x.dtype), tf.cast(weights.bias, x.dtype)
    return tf.nn.bias_add(tf.matmul(x, kernel, transpose_b=weights.transposed), bias)


def dense_activated(x: Tensor, weights: Dense, activation: str) -> Tensor:
    """[n,H] -> [n,I]; `activation` by its name in a configuration."""
    return stages.activate(heard("dense", dense(x, weights)), activation)


def dense_residual(x: Tensor, weights: Dense, residual: Tensor) -> Tensor:
    """[n,H], and [n,I] to be added -> [n,I]."""
    return heard("dense", dense(x, weights)) + residual


def layer_norm(x: Tensor, norm: Norm, eps: float) -> Tensor:
    """[n,H] -> [n,H]."""
    return stages.layer_norm(x, tf.cast(norm.gamma, x.dtype), tf.cast(norm.beta, x.dtype), eps)


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Scores, mask, softmax and context of `stages`: [B,N,T,D] three times, and [B,1,1,T] to be added -> [B,N,T,D]."""
    scores = heard("scores", stages.attention_scores(query, key)) + bias  # [B,N,T,T]
    return stages.attention_context(heard("probs", tf.nn.softmax(scores)), value)
