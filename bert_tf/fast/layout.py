"""How tokens in one row each, which dense layers work on, lie in texts [B,T], which attention works on."""

from __future__ import annotations

from typing import Any, NamedTuple

import tensorflow as tf

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
