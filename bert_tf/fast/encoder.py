"""The encoder once more, in the form that TensorFlow fuses: the same stages by the same names, for inference alone."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from bert_tf import stages
from bert_tf.config import BertConfig
from bert_tf.fast import columns, fusible, kernels
from bert_tf.fast.columns import Columns
from bert_tf.fast.layout import Grid, Packed
from bert_tf.fast.weights import Layer, Weights
from bert_tf.listening import at, heard

Tensor = Any
Layout = Grid | Packed | Columns


def embed(weights: Weights, config: BertConfig, ids: Tensor, positions: Tensor, token_types: Tensor) -> Tensor:
    """Three times [n] -> [n,H]."""
    with at("embeddings"):
        word = heard("word", _row(weights.words, ids))
        position = heard("position", _row(weights.positions, positions))
        kind = _row(weights.token_types, token_types)
        total = heard("sum", stages.add_embeddings(word, heard("token_type", kind), position))
        return heard("output", heard("norm", _steps().layer_norm(total, weights.norm, config.layer_norm_eps)))


def encode(weights: Weights, config: BertConfig, x: Tensor, layout: Layout, bias: Tensor) -> Tensor:
    """[n,H] -> [n,H], or [1,1,H,n] where tokens are columns; `bias` [B,1,1,T] is added to the scores."""
    steps = columns if isinstance(layout, Columns) else _steps()
    for number, layer in enumerate(weights.layers):
        with at(f"layer.{number}"):
            x = heard("output", one_layer(layer, config, x, layout, bias, steps))
    return x


def score_bias(mask: Tensor, dtype: Any) -> Tensor:
    """A mask [B,T] as what is added to the scores: [B,1,1,T].

    It is so low that a score added to it vanishes, so that a text without any token attends to each place alike, as
    where masked scores are replaced.
    """
    return tf.where(stages.widen_mask(mask), tf.zeros([], dtype), tf.constant(dtype.min / 2, dtype))


def _row(table: Tensor, ids: Any) -> Tensor:
    return tf.cast(tf.gather(table, ids), tf.float32)


def _steps() -> Any:
    """The same steps twice: one by one, or as oneDNN's kernels where a graph is made that can have them."""
    return kernels if kernels.usable() else fusible


def one_layer(layer: Layer, config: BertConfig, x: Tensor, layout: Layout, bias: Tensor, steps: Any) -> Tensor:
    """[n,H] -> [n,H]; `steps` is `kernels` or `fusible`, or `columns` for [1,1,H,n]."""
    eps = config.layer_norm_eps
    with at("attention"):
        joined = _attention(layer, x, layout, bias, steps)  # [n,N·D]
        total = heard("residual", steps.dense_residual(joined, layer.attention_output, x))
        x = heard("output", steps.layer_norm(total, layer.attention_norm, eps))
    with at("intermediate"):
        wide = heard("activation", steps.dense_activated(x, layer.intermediate, config.hidden_act))  # [n,I]
    with at("output"):
        total = heard("residual", steps.dense_residual(wide, layer.output, x))
        return steps.layer_norm(total, layer.output_norm, eps)


def _attention(layer: Layer, x: Tensor, layout: Layout, bias: Tensor, steps: Any) -> Tensor:
    """[n,H] -> the heads' contexts, joined: [n,N·D]."""
    three = layout.heads(steps.dense(x, layer.qkv), layer.heads)  # [B,N,T,D]
    query, key, value = (heard(name, each) for name, each in zip(("query", "key", "value"), three, strict=True))
    return layout.joined(heard("context", steps.attention(query, key, value, bias)))
