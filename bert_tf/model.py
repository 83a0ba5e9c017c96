"""The whole encoder: ids in, hidden states and a pooled vector out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import keras
import tensorflow as tf

from bert_tf.config import BertConfig
from bert_tf.layers.base import AnyGraph, as_config, register
from bert_tf.layers.embeddings import BertEmbeddings
from bert_tf.layers.encoder import BertEncoder
from bert_tf.layers.pooler import BertPooler
from bert_tf.outputs import BaseModelOutput, BaseModelOutputWithPooling

INPUTS = ("input_ids", "attention_mask", "token_type_ids", "position_ids", "inputs_embeds", "head_mask")


@register
class BertModel(AnyGraph, keras.Model):
    """BERT without a head. Source: Hugging Face's `BertModel`.

        model = BertModel(BertConfig())
        model({"input_ids": ids, "attention_mask": mask}).last_hidden_state  # [B,T,H]

    Args:
      config: a `BertConfig`, or the mapping that its `to_dict` gives.
      add_pooling_layer: without it there is no `pooler_output`.
    """

    def __init__(self, config: BertConfig | Mapping[str, Any], add_pooling_layer: bool = True, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.config = as_config(config)  # type: ignore[arg-type]
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
        given = _spread(given)
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

    def prune_heads(self, heads: Mapping[int, Iterable[int]]) -> None:
        """Takes heads out for good: their weights go, and the configuration remembers it.

        Args:
          heads: layer -> heads, numbered as before any pruning; those that are gone already may be named again.
        """
        from bert_tf.pruning import prune

        prune(self, heads)

    @classmethod
    def from_pretrained(
        cls,
        path: str | Path,
        gelu: str | None = None,
        missing: Iterable[str] = (),
        left_over: Iterable[str] = (),
        **kwargs: Any,
    ) -> BertModel:
        """A model with the weights of a checkpoint of any format that `checkpoints.formats` reads.

        Args:
          path: a folder of Hugging Face's, a TensorFlow 1 checkpoint, a keras_hub preset, `tf_model.h5`, or `.keras`.
          gelu: for TensorFlow 1 checkpoints, "erf" (the default) or "tanh".
          missing: patterns of weights that the file need not have.
          left_over: patterns of tensors that the model need not take.
          kwargs: for the model, such as `dtype`. Without `add_pooling_layer` the file decides; a file without a
            pooler gives a model without one, and a warning says so.

        Raises:
          FileNotFoundError, BadCheckpoint: nothing is there, it cannot be read, or it does not fit; with the list.
        """
        from bert_tf.checkpoints.load import load

        model: BertModel = load(cls, path, gelu, missing, left_over, kwargs)
        return model

    def save_pretrained(self, path: str | Path, format: str = "hf") -> None:
        """Writes the model in one of the formats `hf`, `tf1`, `keras_hub` and `keras`; whole or not at all."""
        from bert_tf.checkpoints import formats
        from bert_tf.checkpoints.of_model import of_model

        formats.write(of_model(self, Path(path)), path, format)

    def export(
        self,
        filepath: Any,
        format: str = "tf_saved_model",
        verbose: bool | None = None,
        input_signature: Any = None,
        **kwargs: Any,
    ) -> None:
        """As Keras' `Model.export`; without a signature one mapping of ids, mask and token types, int32 [B,T] each."""
        if input_signature is None:
            input_signature = [{name: tf.TensorSpec([None, None], tf.int32, name) for name in INPUTS[:3]}]
        super().export(filepath, format, verbose, input_signature, **kwargs)

    def get_config(self) -> dict[str, Any]:
        own = {"config": self.config.to_dict(), "add_pooling_layer": self.pooler is not None}
        return {"name": self.name, "dtype": keras.saving.serialize_keras_object(self.dtype_policy), **own}

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> BertModel:
        config = dict(config)
        if isinstance(config.get("dtype"), dict):
            config["dtype"] = keras.saving.deserialize_keras_object(config["dtype"])
        return cls(**config)


def _spread(given: dict[str, Any]) -> dict[str, Any]:
    """The inputs by name, out of a mapping if the first is one; ragged ids padded, with a mask that says so."""
    first = given["input_ids"]
    if isinstance(first, Mapping):
        unknown = sorted(set(first) - set(INPUTS))
        if unknown:
            raise ValueError(f"the inputs are called {', '.join(INPUTS)}; received {', '.join(unknown)}.")
        given = {**given, "input_ids": None, **first}
    ragged = {name: each for name, each in given.items() if isinstance(each, tf.RaggedTensor)}
    if not ragged:
        return given
    lengths = next(iter(ragged.values())).row_lengths()
    given = {**given, **{name: each.to_tensor() for name, each in ragged.items()}}
    if given["attention_mask"] is None:
        given["attention_mask"] = tf.sequence_mask(lengths)
    return given
