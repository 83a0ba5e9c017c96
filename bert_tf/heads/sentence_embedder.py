"""One vector for each text, near that of a text that says the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tensorflow as tf

from bert_tf import pooling
from bert_tf.config import BertConfig
from bert_tf.inputs import INPUTS, spread
from bert_tf.layers.base import register
from bert_tf.layers.projection import Projection
from bert_tf.model import BertModel
from bert_tf.pretrained import Pretrained

POOLING, DENSE, NORMALIZE = "Pooling", "Dense", "Normalize"


@register
class SentenceEmbedder(Pretrained):
    """Ids [B,T], or a mapping as for `BertModel`, to vectors [B,E]. Source: sentence-transformers' models of BERT.

    Args:
      config: a `BertConfig`.
      steps: what follows the encoder, in order: `{"type": "Pooling", "modes": ["mean"]}` with names of
        `pooling.MODES`, `{"type": "Dense", "inputs": …, "outputs": …, "bias": …, "activation": …}`, and
        `{"type": "Normalize"}`. The first one is the pooling.
      max_length: the tokens that a text is cut to, special ones included; None for the model's.
      lower: whether texts are lowercased before the tokenizer sees them.
      add_pooling_layer: whether there is BERT's own pooler, which no vector needs, to be written again.

    Raises:
      ValueError: a step is none of those, or the first is no pooling.
    """

    def __init__(
        self,
        config: BertConfig | Mapping[str, Any],
        steps: Iterable[Mapping[str, Any]] = ({"type": POOLING, "modes": ["mean"]},),
        max_length: int | None = None,
        lower: bool = False,
        add_pooling_layer: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(config, **kwargs)
        self.steps = [dict(step) for step in steps]
        _check(self.steps)
        own = {"dtype": self.dtype_policy}
        self.max_length = min(max_length or self.config.max_position_embeddings, self.config.max_position_embeddings)
        self.lower = lower
        self.bert = BertModel(self.config, add_pooling_layer=add_pooling_layer, name="bert", **own)
        self.dense = [
            Projection(name=f"dense_{number}", **_sizes(step), **own)
            for number, step in enumerate(step for step in self.steps if step["type"] == DENSE)
        ]
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
    ) -> Any:
        """The inputs of `BertModel`; the mask is of rank 2, and its zeros count in no pooling."""
        each = (input_ids, attention_mask, token_type_ids, position_ids, inputs_embeds, head_mask)
        given = {
            name: value for name, value in spread(dict(zip(INPUTS, each, strict=True))).items() if value is not None
        }
        x = self.bert(given, training=training).last_hidden_state  # [B,T,H]
        mask = given.get("attention_mask")
        return self.vectors(x, tf.ones(tf.shape(x)[:2], tf.int32) if mask is None else tf.convert_to_tensor(mask))

    def vectors(self, x: Any, mask: Any) -> Any:
        """What the steps make of hidden states [B,T,H] and a mask [B,T]: [B,E]."""
        dense = iter(self.dense)
        for step in self.steps:
            if step["type"] == POOLING:
                x = pooling.pool(x, mask, tuple(step["modes"]))  # [B,modes·H]
            elif step["type"] == DENSE:
                x = next(dense)(x)  # [B,E]
            else:
                x = pooling.normalize(x)
        return x

    @property
    def width(self) -> int:
        """E, how many numbers a vector has."""
        dense = [step["outputs"] for step in self.steps if step["type"] == DENSE]
        return int(dense[-1]) if dense else len(self.steps[0]["modes"]) * self.config.hidden_size

    @classmethod
    def from_pretrained(  # type: ignore[override]
        cls, path: str | Path, gelu: str | None = None, left_over: Iterable[str] = (), **kwargs: Any
    ) -> SentenceEmbedder:
        """A model of sentence-transformers: a folder with `modules.json`; without one, the mean over any BERT's tokens.

        Raises:
          FileNotFoundError, BadCheckpoint: nothing is there, it cannot be read, or it has a module that is not known.
        """
        from bert_tf.checkpoints import sentence_modules

        found: SentenceEmbedder = sentence_modules.load(cls, Path(path), gelu, left_over, kwargs)
        return found

    def save_pretrained(self, path: str | Path, format: str = "hf") -> None:
        """Writes a folder that sentence-transformers reads (`hf`)."""
        from bert_tf.checkpoints import sentence_modules

        if format != "hf":
            raise ValueError(f"a sentence embedder is written in the format hf, or by save(….keras); got {format!r}.")
        sentence_modules.write(self, Path(path))

    def get_config(self) -> dict[str, Any]:
        own = {"steps": self.steps, "max_length": self.max_length, "lower": self.lower}
        return {**super().get_config(), **own, "add_pooling_layer": self.bert.pooler is not None}


def _check(steps: list[dict[str, Any]]) -> None:
    kinds = [step.get("type") for step in steps]
    if not kinds or kinds[0] != POOLING or POOLING in kinds[1:] or set(kinds) - {POOLING, DENSE, NORMALIZE}:
        given = ", ".join(map(str, kinds)) or "none"
        raise ValueError(f"the steps are a {POOLING}, and then any of {DENSE} and {NORMALIZE}; received {given}.")
    unknown = [mode for mode in steps[0]["modes"] if mode not in pooling.MODES]
    if unknown or not steps[0]["modes"]:
        raise ValueError(f"modes of pooling are {', '.join(pooling.MODES)}; received {', '.join(unknown) or 'none'}.")


def _sizes(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name != "type"}
