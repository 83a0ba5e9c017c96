"""The steps of `kernels` for few tokens, one column each: [1,1,H,n] where the others have [n,H].

A matrix is then the left factor, which oneDNN reads once, row by row as it lies in memory. Multiplying few rows, it is
the right one, and read in pieces, some of them more than once. Heads need not be moved about in memory either. Products
that end with a bias for each row are of rank 4.
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

    def of_rows(self, rows: Tensor) -> Tensor:
        """[B·T,H] -> [1,1,H,B·T]."""
        return tf.transpose(rows)[tf.newaxis, tf.newaxis]

    def texts(self, columns: Tensor) -> Tensor:
        """[1,1,H,B·T] -> [B,T,H]."""
        return tf.reshape(tf.transpose(columns[0, 0]), [self.batch, self.tokens, columns.shape[2]])

    def heads(self, qkv: Tensor, heads: int) -> list[Tensor]:
        """[1,1,3·N·D,B·T] -> query, key and value, [B,N,D,T]."""
        size = qkv.shape[2] // 3 // heads
        split = tf.reshape(qkv, [3, heads, size, self.batch, self.tokens])
        return tf.unstack(tf.transpose(split, [0, 3, 1, 2, 4]))

    def joined(self, context: Tensor) -> Tensor:
        """[B,N,D,T] -> [1,1,N·D,B·T]."""
        _, heads, size, _ = context.shape
        return tf.reshape(tf.transpose(context, [1, 2, 0, 3]), [1, 1, heads * size, self.batch * self.tokens])


def dense(x: Tensor, weights: Dense) -> Tensor:
    """[1,1,H,n] -> [1,1,I,n]; the kernel is [I,H], `transposed`."""
    with tf.init_scope():  # once, and not in each call of the function that is being made
        kernel = tf.reshape(weights.kernel, [1, 1, *weights.kernel.shape])
        bias = tf.reshape(tf.cast(weights.bias, x.dtype), [1, 1, -1, 1])
    args = [tf.constant(1, x.dtype), bias]
    shape = [1, 1, bias.shape[2], x.shape[3]]
    return made("_MklFusedBatchMatMulV2", [tf.cast(kernel, x.dtype), x], shape, args, fused_ops=["Mul", "Add"])


def dense_activated(x: Tensor, weights: Dense, activation: str) -> Tensor:
    """[1,1,H,n] -> [1,1,I,n]; `activation` by its name in a configuration."""
    return stages.activate(dense(x, weights), activation)


def dense_residual(x: Tensor, weights: Dense, residual: Tensor) -> Tensor:
    """[1,1,H,n], and [1,1,I,n] to be added -> [1,1,I,n]."""
    return dense(x, weights) + residual


def layer_norm(x: Tensor, norm: Norm, eps: float) -> Tensor:
    """[1,1,H,n] -> [1,1,H,n]. TensorFlow's own ops begin sooner than oneDNN's kernel."""
    gamma, beta = (tf.constant(each[:, np.newaxis], x.dtype) for each in (norm.gamma, norm.beta))
    normal, _ = stages.normalized(x, eps, axis=2)
    return normal * gamma + beta


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """[B,N,D,T] three times, and [B,1,1,T] to be added to the scores -> [B,N,D,T]."""
    scale = tf.constant(query.shape[2] ** -0.5, query.dtype)
    shape = [*query.shape[:2], query.shape[3], key.shape[3]]
    scores = made("_MklFusedBatchMatMulV2", [query, key], shape, [scale, bias], fused_ops=["Mul", "Add"], adj_x=True)
    return tf.matmul(value, tf.nn.softmax(scores), transpose_b=True)
