"""How tokens in one row each, which dense layers work on, lie in texts [B,T], which attention works on."""

from __future__ import annotations

from typing import Any, NamedTuple

import tensorflow as tf

from bert_tf import stages
from bert_tf.listening import heard

Tensor = Any


class Grid(NamedTuple):
    """Every place of [B,T] is a row, padding too."""

    batch: Any
    tokens: Any

    def texts(self, rows: Tensor) -> Tensor:
        """[B·T,W] -> [B,T,W]."""
        return tf.reshape(rows, [self.batch, self.tokens, rows.shape[-1]])

    def rows(self, texts: Tensor) -> Tensor:
        """[B,T,W] -> [B·T,W]."""
        return tf.reshape(texts, [-1, texts.shape[-1]])

    def heads(self, qkv: Tensor, heads: int) -> list[Tensor]:
        """[B·T,3·N·D] -> query, key and value, [B,N,T,D]."""
        return _split(self.texts(qkv), heads)

    def joined(self, context: Tensor) -> Tensor:
        """[B,N,T,D] -> [B·T,N·D]."""
        return self.rows(heard("joined", stages.join_heads(context)))


class Packed(NamedTuple):
    """Only real tokens are rows. `row_of` [B,T]: each place's row, any row for padding; `place_of` [n]: back."""

    row_of: Tensor
    place_of: Tensor

    def texts(self, rows: Tensor) -> Tensor:
        """[n,W] -> [B,T,W]."""
        return tf.gather(rows, self.row_of)

    def rows(self, texts: Tensor) -> Tensor:
        """[B,T,W] -> [n,W], beside `like` [n,H]."""
        return tf.gather(tf.reshape(texts, [-1, texts.shape[-1]]), self.place_of)

    def heads(self, qkv: Tensor, heads: int) -> list[Tensor]:
        """[n,3·N·D] -> query, key and value, [B,N,T,D]."""
        return _split(self.texts(qkv), heads)

    def joined(self, context: Tensor) -> Tensor:
        """[B,N,T,D] -> [n,N·D]."""
        return self.rows(heard("joined", stages.join_heads(context)))


def _split(qkv: Tensor, heads: int) -> list[Tensor]:
    """[B,T,3·N·D] -> three times [B,N,T,D]."""
    batch, tokens, width = stages.shape_of(qkv)
    split = tf.reshape(qkv, [batch, tokens, 3, heads, width // 3 // heads])
    return tf.unstack(tf.transpose(split, [2, 0, 3, 1, 4]))
