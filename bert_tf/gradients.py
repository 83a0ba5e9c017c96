"""The steps of `stages` that training spends most memory on, with gradients that keep less than TensorFlow's own."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import tensorflow as tf

from bert_tf import stages

Tensor = Any


def layer_norm(x: Tensor, gamma: Tensor, beta: Tensor, eps: float) -> Tensor:
    """`stages.layer_norm`: of what is as large as x, its gradient keeps the normalized input alone."""

    @tf.custom_gradient
    def run(x: Tensor, gamma: Tensor, beta: Tensor) -> tuple[Tensor, Callable[[Tensor], tuple[Tensor, ...]]]:
        normal, scale = stages.normalized(x, eps)

        def gradient(upstream: Tensor) -> tuple[Tensor, ...]:
            rows = list(range(x.shape.rank - 1))
            inner = upstream * gamma
            along = tf.reduce_mean(inner * normal, -1, keepdims=True)
            of_x = scale * (inner - tf.reduce_mean(inner, -1, keepdims=True) - normal * along)
            return of_x, tf.reduce_sum(upstream * normal, rows), tf.reduce_sum(upstream, rows)

        return normal * gamma + beta, gradient

    wide = stages.widened(x)
    return tf.cast(run(wide, tf.cast(gamma, wide.dtype), tf.cast(beta, wide.dtype)), x.dtype)


def activate(x: Tensor, name: str) -> Tensor:
    """`stages.activate`: where the activation is GELU, its gradient keeps x alone."""
    if stages.ACTIVATIONS[name] is not stages.gelu:
        return stages.activate(x, name)
    return tf.cast(_gelu(stages.widened(x)), x.dtype)


def dropped_context(probs: Tensor, value: Tensor, kept: Tensor, rate: float) -> Tensor:
    """`stages.attention_context` of the probabilities of which dropout keeps some: [B,N,T,T], [B,N,T,D] -> [B,N,T,D].

    Its gradient drops once more, in place of keeping what was left beside the probabilities.

    Args:
      kept: bool [B,N,T,T].
      rate: the share that is dropped; what is left is divided by 1 - rate.
    """

    def dropped(x: Tensor) -> Tensor:
        return tf.where(kept, x * tf.constant(1 / (1 - rate), x.dtype), tf.zeros([], x.dtype))

    @tf.custom_gradient
    def run(probs: Tensor, value: Tensor) -> tuple[Tensor, Callable[[Tensor], tuple[Tensor, Tensor]]]:
        def gradient(upstream: Tensor) -> tuple[Tensor, Tensor]:
            with tf.control_dependencies([upstream]):  # or the optimizer would take the forward pass' own
                again = dropped(probs)
            of_probs = dropped(tf.matmul(upstream, value, transpose_b=True))
            return of_probs, tf.matmul(again, upstream, transpose_a=True)

        return stages.attention_context(dropped(probs), value), gradient

    return run(probs, value)


@tf.custom_gradient
def _gelu(x: Tensor) -> tuple[Tensor, Callable[[Tensor], Tensor]]:
    def gradient(upstream: Tensor) -> Tensor:
        """Φ(x) + x·φ(x)"""
        root, height = (tf.constant(each, x.dtype) for each in (math.sqrt(0.5), 1 / math.sqrt(2 * math.pi)))
        return upstream * (0.5 * (1 + tf.math.erf(x * root)) + x * height * tf.exp(-0.5 * x * x))

    return stages.gelu(x), gradient
