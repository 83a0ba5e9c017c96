"""A model as a function for inference: the fused encoder, and what the model does with its result."""

from __future__ import annotations

import functools
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from bert_tf import checks
from bert_tf.fast import encoder, finishing, threads
from bert_tf.fast import weights as of_model
from bert_tf.fast.batches import Batch
from bert_tf.fast.layout import Grid, Packed
from bert_tf.inputs import spread

Tensor = Any
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_ROW = tf.TensorSpec([None], tf.int32)
_PLACES = tf.TensorSpec([None, None], tf.int32)


class FastModel:
    """`fast(model)`: what the model returns, sooner. Made for inference; the weights are those of the moment.

        answer = FastModel(model)
        answer(tokenizer(texts, padding=True, return_tensors="np")).last_hidden_state  # [B,T,H]

    Args:
      model: a `BertModel`, or one with a head.
      finish: what is made of the hidden states [B,T,H] and the mask [B,T], in place of what the model makes.
      storage: the dtype that matrices are kept in, such as "bfloat16"; they are widened to float32 where they are used.

    Raises:
      RuntimeError: eager execution is off.
    """

    def __init__(self, model: Any, finish: finishing.Finish | None = None, storage: str = "float32") -> None:
        if not tf.executing_eagerly():
            raise RuntimeError("a fast model needs eager execution; in a TensorFlow 1 session call the model itself.")
        threads.settle()
        self.config = model.config
        bert = getattr(model, "bert", model)
        self.lower = getattr(model, "lower", False)
        self.max_length: int | None = getattr(model, "max_length", None)
        self._weights = of_model.of(bert, tf.as_dtype(storage))
        taken = {id(each) for each in bert.encoder.variables}
        self._snapshot = [(each, tf.convert_to_tensor(each.value)) for each in model.variables if id(each) not in taken]
        self._finish = finish or finishing.of(model)
        self._grids: dict[tuple[bool, bool], Any] = {}
        self._packed_rows = tf.function(self._of_packed, input_signature=[_ROW, _ROW, _ROW, _PLACES, _ROW, _PLACES])

    def __call__(self, input_ids: Any, attention_mask: Any = None, token_type_ids: Any = None) -> Any:
        """Ids [B,T], or a mapping as a tokenizer returns it; an attention mask [B,T].

        A shape that was not seen before costs nothing more than one that was.

        Raises:
          TypeError, ValueError: an input has another dtype, shape or range; the text says which was expected.
        """
        given = spread(dict(zip(INPUTS, (input_ids, attention_mask, token_type_ids), strict=True)), INPUTS)
        ids, mask, kinds = (given[name] for name in INPUTS)
        ids = checks.ids("input_ids", np.asarray(ids), self.config.vocab_size)
        checks.length(ids, self.config.max_position_embeddings)
        if kinds is not None:
            kinds = checks.ids("token_type_ids", np.asarray(kinds), self.config.type_vocab_size, ids)
        if mask is not None:
            mask = tf.convert_to_tensor(np.asarray(mask))
            checks.same_tokens("attention_mask", mask, ids)
        given = {"ids": ids, "mask": mask, "kinds": kinds}
        return self._grid(**{name: tf.cast(each, tf.int32) for name, each in given.items() if each is not None})

    def rows(self, batch: Batch) -> np.ndarray:
        """One row a text [B,E], of texts whose padding takes no part.

        Raises:
          TypeError: the model gives more than one row a text.
        """
        return np.asarray(self._packed_rows(*batch))

    @functools.cached_property
    def width(self) -> int:
        """E of `rows`."""
        return int(self._packed_rows.get_concrete_function().structured_outputs.shape[-1])

    def _grid(self, **given: Tensor) -> Any:
        which = ("mask" in given, "kinds" in given)
        if which not in self._grids:
            signature = dict.fromkeys(given, _PLACES)
            self._grids[which] = tf.function(self._of_grid).get_concrete_function(**signature)
        return self._grids[which](**given)

    def _of_grid(self, ids: Tensor, mask: Tensor | None = None, kinds: Tensor | None = None) -> Any:
        batch, tokens = tf.unstack(tf.shape(ids))
        positions = tf.reshape(tf.broadcast_to(tf.range(tokens), [batch, tokens]), [-1])
        rows = None if kinds is None else tf.reshape(kinds, [-1])
        bias = None if mask is None else encoder.score_bias(mask, tf.float32)
        layout = Grid(batch, tokens)
        x = self._encoded(tf.reshape(ids, [-1]), positions, rows, layout, bias)
        return self._end(layout.texts(x), tf.ones_like(ids) if mask is None else mask)

    def _of_packed(
        self, ids: Tensor, positions: Tensor, kinds: Tensor, row_of: Tensor, place_of: Tensor, mask: Tensor
    ) -> Any:
        layout = Packed(row_of, place_of)
        x = self._encoded(ids, positions, kinds, layout, encoder.score_bias(mask, tf.float32))
        return finishing.one_row(self._end(layout.texts(x), mask))

    def _encoded(self, ids: Tensor, positions: Tensor, kinds: Any, layout: Any, bias: Any) -> Tensor:
        x = encoder.embed(self._weights, self.config, ids, positions, kinds)
        return encoder.encode(self._weights, self.config, x, layout, bias)

    def _end(self, hidden: Tensor, mask: Tensor) -> Any:
        hidden.set_shape([None, None, self.config.hidden_size])
        with keras.StatelessScope(self._snapshot):
            return self._finish(hidden, mask)
