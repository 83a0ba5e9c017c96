"""An encoder's weights as a fast function takes them: tensors, with query, key and value in one matrix."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from bert_tf.fast import processor

Tensor = Any


# Rows of a multiple of this many numbers fall on the same places of a processor's cache: with AVX2, products of up to
# some hundred rows take up to 1.8 times as long. Such a matrix is kept as PyTorch keeps it, where rows are as long as
# the input. With AVX-512 that form would take twice as long.
_ALIASED = 512


class Dense(NamedTuple):
    """`kernel` [H,I], or [I,H] if `transposed`, and `bias` [I]."""

    kernel: Tensor
    bias: Tensor
    transposed: bool = False


class Norm(NamedTuple):
    """`gamma` and `beta` [H], as arrays."""

    gamma: np.ndarray
    beta: np.ndarray


class Layer(NamedTuple):
    """One layer's weights; `heads` counts those that pruning left."""

    heads: int
    qkv: Dense
    attention_output: Dense
    attention_norm: Norm
    intermediate: Dense
    output: Dense
    output_norm: Norm


class Weights(NamedTuple):
    """Embedding tables [V,H], [P,H], [S,H], their norm, and the layers."""

    words: Tensor
    positions: Tensor
    token_types: Tensor
    norm: Norm
    layers: list[Layer]


def of(bert: Any, dtype: Any = tf.float32) -> Weights:
    """The weights of a `BertModel`. Matrices share its memory where they can; query, key and value become one."""
    tables = bert.embeddings
    return Weights(
        _tensor(tables.word_embeddings.weight, dtype),
        _tensor(tables.position_embeddings.weight, dtype),
        _tensor(tables.token_type_embeddings.weight, dtype),
        _norm(tables.LayerNorm),
        [_layer(each, dtype) for each in bert.encoder.layer],
    )


def transposed(weights: Weights) -> Weights:
    """The same with each layer's matrices as [I,H], in memory of their own unless they are that already."""
    with tf.init_scope():  # once, and not in each call of the function that is being made
        layers = [Layer(each.heads, *map(_transposed, each[1:])) for each in weights.layers]
    return weights._replace(layers=layers)


def _transposed(part: Any) -> Any:
    if isinstance(part, Norm) or part.transposed:
        return part
    return part._replace(kernel=tf.transpose(part.kernel), transposed=True)


def _layer(layer: Any, dtype: Any) -> Layer:
    own, after = layer.attention.self, layer.attention.output_part
    three = [own.query, own.key, own.value]
    return Layer(
        own.heads,
        _placed(
            tf.concat([_tensor(each.weight, dtype) for each in three], 1),
            tf.concat([_tensor(each.bias, dtype) for each in three], 0),
        ),
        _dense(after.dense, dtype),
        _norm(after.LayerNorm),
        _dense(layer.intermediate.dense, dtype),
        _dense(layer.output_part.dense, dtype),
        _norm(layer.output_part.LayerNorm),
    )


def _dense(linear: Any, dtype: Any) -> Dense:
    return _placed(_tensor(linear.weight, dtype), _tensor(linear.bias, dtype))


def _placed(kernel: Tensor, bias: Tensor) -> Dense:
    transposed = kernel.shape[1] % _ALIASED == 0 and not processor.has_avx512()
    return Dense(tf.transpose(kernel) if transposed else kernel, bias, transposed)


def _norm(norm: Any) -> Norm:
    return Norm(np.asarray(norm.weight, np.float32), np.asarray(norm.bias, np.float32))


def _tensor(variable: Any, dtype: Any) -> Tensor:
    return tf.cast(tf.convert_to_tensor(variable.value), dtype)
