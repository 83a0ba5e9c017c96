"""Ids to vectors: word, position and token type, their sum, normalized."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf import checks, stages
from bert_tf.layers.base import BertPart, register, value
from bert_tf.layers.embedding import Embedding
from bert_tf.layers.layer_norm import LayerNorm
from bert_tf.listening import at, heard


@register
class BertEmbeddings(BertPart):
    """ids [B,T] -> [B,T,H]. Source: Hugging Face's `BertEmbeddings`."""

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        c, own = self.config, {"dtype": self.dtype_policy}
        width, spread = c.hidden_size, c.initializer_range
        self.word_embeddings = Embedding(c.vocab_size, width, spread, c.pad_token_id, name="word_embeddings", **own)
        self.position_embeddings = Embedding(
            c.max_position_embeddings, width, spread, name="position_embeddings", **own
        )
        self.token_type_embeddings = Embedding(c.type_vocab_size, width, spread, name="token_type_embeddings", **own)
        self.LayerNorm = LayerNorm(width, c.layer_norm_eps, name="LayerNorm", **own)
        self.dropout = keras.layers.Dropout(c.hidden_dropout_prob, name="dropout", **own)
        self.built = True

    def call(
        self,
        input_ids: Any = None,
        token_type_ids: Any = None,
        position_ids: Any = None,
        inputs_embeds: Any = None,
        training: bool | None = None,
    ) -> Any:
        """`inputs_embeds` [B,T,H] stand for the word embeddings; token types default to 0, positions to 0 … T-1."""
        c = self.config
        with at("embeddings"):
            word = inputs_embeds if input_ids is None else self._rows(self.word_embeddings, "input_ids", input_ids)
            heard("word", word)  # [B,T,H]
            length = checks.length(word, c.max_position_embeddings)
            if position_ids is None:
                position = stages.first_positions(value(self.position_embeddings.weight), length)  # [1,T,H]
            else:
                position = self._rows(self.position_embeddings, "position_ids", position_ids, word)  # [B,T,H]
            heard("position", position)
            if token_type_ids is None:
                token_type = value(self.token_type_embeddings.weight)[tf.newaxis, :1]  # [1,1,H]
            else:
                token_type = self._rows(self.token_type_embeddings, "token_type_ids", token_type_ids, word)  # [B,T,H]
            heard("token_type", token_type)
            total = heard("sum", stages.add_embeddings(word, token_type, position))
            normal = heard("norm", self.LayerNorm(total))
            return heard("output", self.dropout(normal, training=training))

    @staticmethod
    def _rows(table: Embedding, name: str, ids: Any, beside: Any = None) -> Any:
        ids = checks.ids(name, ids, table.count, beside)
        return checks.nan_outside(table(ids), ids, table.count)
