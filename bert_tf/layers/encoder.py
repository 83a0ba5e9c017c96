"""All layers, one after the other."""

from __future__ import annotations

from typing import Any

import tensorflow as tf

from bert_tf import checks, stages
from bert_tf.layers.base import BertPart, register
from bert_tf.layers.layer import BertLayer


@register
class BertEncoder(BertPart):
    """Hidden states [B,T,H] and an attention mask -> hidden states [B,T,H]. Source: Hugging Face's `BertEncoder`.

    A layer for functional and subclassed models of one's own: `BertEncoder(config)(x, attention_mask)`.
    """

    def __init__(self, config: Any, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        own = {"dtype": self.dtype_policy}
        self.layer = [
            BertLayer(self.config, number, name=f"layer_{number}", **own)
            for number in range(self.config.num_hidden_layers)
        ]
        self.built = True

    def call(self, x: Any, attention_mask: Any = None, head_mask: Any = None, training: bool | None = None) -> Any:
        """`attention_mask` [B,T], [B,T,T] or [B,1|N,1|T,T]: 1 where a token may be seen; a float mask of rank 4 is
        added to the scores, as in Hugging Face. `head_mask`: [N] for every layer, or [layers, N].

        A row that may see nothing sees every token alike.
        """
        mask = None if attention_mask is None else stages.widen_mask(checks.mask(attention_mask, x))
        weights = None if head_mask is None else self._head_mask(head_mask)
        for number, layer in enumerate(self.layer):
            head = None if weights is None else weights[number]
            x = layer(x, attention_mask=mask, head_mask=head, training=training)
        return x

    def _head_mask(self, head_mask: Any) -> list[Any]:
        head_mask = tf.convert_to_tensor(head_mask)
        if head_mask.shape.rank == 1:
            head_mask = tf.tile(head_mask[tf.newaxis], [len(self.layer), 1])
        expected = [len(self.layer), self.config.num_attention_heads]
        if head_mask.shape.as_list() != expected:
            raise ValueError(
                f"head_mask has the shape {expected[1:]} or {expected}; received {head_mask.shape.as_list()}."
            )
        return [self._of_kept(number, head_mask[number]) for number in range(len(self.layer))]

    def _of_kept(self, number: int, weights: Any) -> Any:
        """The entries of the heads that a layer still has; heads keep the numbers that they had before any pruning."""
        gone = self.config.pruned_heads.get(number, ())
        kept = [head for head in range(self.config.num_attention_heads) if head not in gone]
        return tf.gather(weights, kept) if gone else weights
