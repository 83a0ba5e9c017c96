"""The steps of `kernels` for few tokens, one column each: [H,n] where the others have [n,H].

A matrix is then the left factor, which oneDNN reads once, row by row as it lies in memory. Multiplying few rows, it is
the right one, and read in pieces, some of them more than once. Heads need not be moved about in memory either.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from bert_tf import stages
from bert_tf.fast.kernels import made
from bert_tf.fast.weights import Dense, Norm

Tensor = Any


class Columns(NamedTuple):
    """Every place of [B,T] is a column."""

    batch: Any
    tokens: Any

    def heads(self, qkv: Tensor, heads: int) -> list[Tensor]:
        """[3·N·D,B·T] -> query, key and value, [B,N,D,T]."""
        size = qkv.shape[0] // 3 // heads
        split = tf.reshape(qkv, [3, heads, size, self.batch, self.tokens])
        return tf.unstack(tf.transpose(split, [0, 3, 1, 2, 4]))

    def joined(self, context: Tensor) -> Tensor:
        """[B,N,D,T] -> [N·D,B·T]."""
        _, heads, size, _ = context.shape
        return tf.reshape(tf.transpose(context, [1, 2, 0, 3]), [heads * size, self.batch * self.tokens])


def dense(x: Tensor, weights: Dense) -> Tensor:
    """[H,n] -> [I,n]; the kernel is [I,H], `transposed`."""
    kernel, bias = (tf.cast(each, x.dtype) for each in (weights.kernel, weights.bias))
    width = bias.shape[0]
    args = [tf.constant(1, x.dtype), tf.reshape(bias, [1, 1, width, 1])]
    factors = [kernel[tf.newaxis, tf.newaxis], x[tf.newaxis, tf.newaxis]]
    found = made("_MklFusedBatchMatMulV2", factors, [1, 1, width, x.shape[1]], args, fused_ops=["Mul", "Add"])
    return tf.reshape(found, [width, -1])


def dense_activated(x: Tensor, weights: Dense, activation: str) -> Tensor:
    """[H,n] -> [I,n]; `activation` by its name in a configuration."""
    return stages.activate(dense(x, weights), activation)


def dense_residual(x: Tensor, weights: Dense, residual: Tensor) -> Tensor:
    """[H,n], and [I,n] to be added -> [I,n]."""
    return dense(x, weights) + residual


def layer_norm(x: Tensor, norm: Norm, eps: float) -> Tensor:
    """[H,n] -> [H,n]. TensorFlow's own ops begin sooner than oneDNN's kernel."""
    gamma, beta = (tf.constant(each[:, np.newaxis], x.dtype) for each in (norm.gamma, norm.beta))
    normal, _ = stages.normalized(x, eps, axis=0)
    return normal * gamma + beta


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """[B,N,D,T] three times, and [B,1,1,T] to be added to the scores -> [B,N,D,T]."""
    scale = tf.constant(query.shape[2] ** -0.5, query.dtype)
    shape = [*query.shape[:2], query.shape[3], key.shape[3]]
    scores = made("_MklFusedBatchMatMulV2", [query, key], shape, [scale, bias], fused_ops=["Mul", "Add"], adj_x=True)
    return tf.matmul(value, tf.nn.softmax(scores), transpose_b=True)
