"""The whole encoder: ids in, hidden states and a pooled vector out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf.config import BertConfig
from bert_tf.inputs import spread
from bert_tf.layers.base import register
from bert_tf.layers.embeddings import BertEmbeddings
from bert_tf.layers.encoder import BertEncoder
from bert_tf.layers.pooler import BertPooler
from bert_tf.outputs import BaseModelOutput, BaseModelOutputWithPooling
from bert_tf.pretrained import Pretrained


@register
class BertModel(Pretrained):
    """BERT without a head. Source: Hugging Face's `BertModel`.

        model = BertModel(BertConfig())
        model({"input_ids": ids, "attention_mask": mask}).last_hidden_state  # [B,T,H]

    Args:
      config: a `BertConfig`, or the mapping that its `to_dict` gives.
      add_pooling_layer: without it there is no `pooler_output`.
    """

    def __init__(self, config: BertConfig | Mapping[str, Any], add_pooling_layer: bool = True, **kwargs: Any) -> None:
        super().__init__(config, **kwargs)
        own = {"dtype": self.dtype_policy}
        self.embeddings = BertEmbeddings(self.config, name="embeddings", **own)
        self.encoder = BertEncoder(self.config, name="encoder", **own)
        self.pooler = BertPooler(self.config, name="pooler", **own) if add_pooling_layer else None
        self.built = True

    def call(
        self,
        input_ids: Any = None,
        attention_mask: Any = None,
        token_type_ids: Any = None,
        position_ids: Any = None,
        inputs_embeds: Any = None,
        head_mask: Any = None,
        training: bool | None = None,
    ) -> BaseModelOutput | BaseModelOutputWithPooling:
        """Ids [B,T], dense or ragged, or all of it in one mapping by these names, as a tokenizer returns it.

        Args:
          input_ids: whole numbers [B,T]; a ragged batch is padded, and its padding masked.
          attention_mask: [B,T], [B,T,T] or [B,1|N,1|T,T], 1 where a token may be seen; without it all are.
          token_type_ids: [B,T]; without it 0.
          position_ids: [B,T]; without it 0 … T-1.
          inputs_embeds: [B,T,H] in place of `input_ids`.
          head_mask: [N] or [layers, N], what each head's probabilities are times.

        Raises:
          TypeError, ValueError: an input has another dtype, shape or range; the text says which was expected.
        """
        given = {
            "input_ids": input_ids,
            "attention_mask": attention_mask,
            "token_type_ids": token_type_ids,
            "position_ids": position_ids,
            "inputs_embeds": inputs_embeds,
            "head_mask": head_mask,
        }
        given = spread(given)
        ids, embeds = given["input_ids"], given["inputs_embeds"]
        if (ids is None) == (embeds is None):
            raise ValueError(
                f"give either input_ids or inputs_embeds; received {'neither' if ids is None else 'both'}."
            )
        hidden = self.embeddings(
            ids,
            token_type_ids=given["token_type_ids"],
            position_ids=given["position_ids"],
            inputs_embeds=embeds,
            training=training,
        )
        hidden = self.encoder(
            hidden, attention_mask=given["attention_mask"], head_mask=given["head_mask"], training=training
        )
        if self.pooler is None:
            return BaseModelOutput(hidden)
        return BaseModelOutputWithPooling(hidden, self.pooler(hidden))

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "add_pooling_layer": self.pooler is not None}
