"""A model as a function for inference: the fused encoder, and what the model does with its result."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from bert_tf import checks
from bert_tf.fast import batches, encoder, finishing, gpu, kernels, litert, processor, threads
from bert_tf.fast import weights as of_model
from bert_tf.fast.columns import Columns
from bert_tf.fast.layout import Grid, Packed
from bert_tf.inputs import spread

Tensor = Any
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_ROW = tf.TensorSpec([None], tf.int32)
_PLACES = tf.TensorSpec([None, None], tf.int32)
# Up to so many tokens they are columns, where oneDNN is on; by whether there is AVX-512. With it BERT-base takes 45 %
# less time for one text of 16, a third less for 32, a tenth less for 96, and as much from 128 on; with AVX2 a quarter
# less for 16, a tenth less for 32, and as much from 64 on. One token alone as a row is also less exact: 1.5e-5 off.
_FEW = {False: 48, True: 96}
# From so many rows on, half of the texts are computed beside the other half. While one waits at the end of a step, or
# moves numbers about, the other multiplies: 9 % less time for 2 texts of 64 with AVX2, and 4 % for 16 of 128 with
# AVX-512, where 2 of 64 would take 12 % more.
_MANY = {False: 128, True: 1280}


class FastModel:
    """`fast(model)`: what the model returns, sooner. Made for inference; the weights are those of the moment.

        answer = FastModel(model)
        answer(tokenizer(texts, padding=True, return_tensors="np")).last_hidden_state  # [B,T,H]

    Args:
      model: a `BertModel`, or one with a head.
      finish: what is made of the hidden states [B,T,H] and the mask [B,T], in place of what the model makes.
      storage: the dtype that matrices are kept in, such as "bfloat16"; they are widened to float32 where they are used.
      short_text: LiteRT computes one text of up to so many tokens, padded to them. Its threads wait awake, and it keeps
        matrices as its products read them: with AVX2 a text of 32 takes up to a quarter less time, and with AVX-512 two
        thirds more. It is made in seconds, and takes the memory of the layers' matrices twice more.

    On a GPU the encoder is compiled by XLA, once for each shape of two's powers that texts are padded to, and there is
    no LiteRT.

    Raises:
      RuntimeError: eager execution is off.
      ValueError: `short_text` is more than the model has positions, or pruning left its layers of unlike shapes.

    Warns:
      InexactProducts: the GPU rounds what it multiplies to TF32.
    """

    def __init__(
        self, model: Any, finish: finishing.Finish | None = None, storage: str = "float32", short_text: int = 0
    ) -> None:
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
        self._few, self._whole, self._halves = map(_made_once, (self._of_few, self._of_whole, self._of_halves))
        most = self.config.max_position_embeddings
        self._compiled = gpu.Compiled(
            functools.partial(self._grid, self._weights), self._end, self.config.hidden_size, most
        )
        if gpu.there():
            gpu.warn_of_tf32()
        if not 0 <= short_text <= most:
            raise ValueError(f"short_text is from 0 to {most} tokens (max_position_embeddings); received {short_text}.")
        self._short: litert.ShortText | None = None
        if short_text and not gpu.there():
            self._short = litert.ShortText(self._weights, self.config, short_text, self._begun, self._end)
        self._packed_rows = tf.function(
            self._of_packed, input_signature=[_ROW, _ROW, _ROW, _PLACES, _ROW, _PLACES], autograph=False
        )

    def __call__(self, input_ids: Any, attention_mask: Any = None, token_type_ids: Any = None) -> Any:
        """Ids [B,T], or a mapping as a tokenizer returns it; an attention mask [B,T].

        A shape that was not seen before costs nothing more than one that was.

        Raises:
          TypeError, ValueError: an input has another dtype, shape or range; the text says which was expected.
        """
        given = spread(dict(zip(INPUTS, (input_ids, attention_mask, token_type_ids), strict=True)), INPUTS)
        ids, mask, kinds = (None if each is None else np.asarray(each) for each in (given[name] for name in INPUTS))
        ids = checks.ids("input_ids", ids, self.config.vocab_size)
        checks.length(ids, self.config.max_position_embeddings)
        if kinds is None:
            kinds = tf.zeros_like(ids)
        else:
            kinds = checks.ids("token_type_ids", kinds, self.config.type_vocab_size, ids)
        # Among more places a text without any token would attend to more.
        empty = mask is not None and not mask.any()
        mask = tf.ones_like(ids) if mask is None else tf.convert_to_tensor(mask)
        checks.same_tokens("attention_mask", mask, ids)
        return self._function(ids.shape[0], ids.shape[1], empty)(
            *(tf.cast(each, tf.int32) for each in (ids, mask, kinds))
        )

    def rows(self, batch: batches.Batch) -> np.ndarray:
        """One row a text [B,E], of texts whose padding takes no part.

        Raises:
          TypeError: the model gives more than one row a text.
        """
        if gpu.there():
            return np.asarray(finishing.one_row(self._compiled(*batches.unpacked(batch))))
        if batch.mask.size == 1:
            return np.asarray(finishing.one_row(self._function(1, 1)(*batches.unpacked(batch))))
        return np.asarray(self._packed_rows(*batch))

    @functools.cached_property
    def width(self) -> int:
        """E of `rows`."""
        return int(self._packed_rows.get_concrete_function().structured_outputs.shape[-1])

    def _function(self, texts: int, tokens: int, empty: bool = False) -> Any:
        """What computes so many the soonest. Each is made when it is needed first."""
        if gpu.there():
            return self._compiled
        if self._short and texts == 1 and tokens <= self._short.tokens and not empty:
            return self._short
        avx512 = processor.has_avx512()
        if texts * tokens <= _FEW[avx512] and kernels.there():
            return self._few()
        halved = texts > 1 and texts * tokens >= _MANY[avx512] and threads.usable() > 1
        return self._halves() if halved else self._whole()

    def _of_few(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Any:
        bias, layout = encoder.score_bias(mask, tf.float32), Columns(*tf.unstack(tf.shape(ids)))
        x = layout.of_rows(self._embedded(self._weights, ids, kinds))
        x = encoder.encode(of_model.transposed(self._weights), self.config, x, layout, bias)
        return self._end(layout.texts(x), mask)

    def _of_whole(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Any:
        return self._end(self._grid(self._weights, ids, mask, kinds), mask)

    def _of_halves(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> Any:
        middle = tf.shape(ids)[0] // 2
        first, second = zip(*((each[:middle], each[middle:]) for each in (ids, mask, kinds)), strict=True)
        return self._end(tf.concat([self._grid(self._weights, *half) for half in (first, second)], 0), mask)

    def _grid(self, weights: of_model.Weights, ids: Tensor, mask: Tensor, kinds: Tensor) -> Tensor:
        bias, layout = encoder.score_bias(mask, tf.float32), Grid(*tf.unstack(tf.shape(ids)))
        x = self._embedded(weights, ids, kinds)
        return layout.texts(encoder.encode(weights, self.config, x, layout, bias))

    def _embedded(self, weights: of_model.Weights, ids: Tensor, kinds: Tensor) -> Tensor:
        """[B,T] twice -> [B·T,H]."""
        positions = tf.broadcast_to(tf.range(tf.shape(ids)[1]), tf.shape(ids))
        return encoder.embed(weights, self.config, *(tf.reshape(each, [-1]) for each in (ids, positions, kinds)))

    def _begun(self, ids: Tensor, mask: Tensor, kinds: Tensor) -> tuple[Tensor, Tensor]:
        x = encoder.embed(self._weights, self.config, ids[0], tf.range(ids.shape[1]), kinds[0])
        return x, encoder.score_bias(mask, tf.float32)

    def _of_packed(
        self, ids: Tensor, positions: Tensor, kinds: Tensor, row_of: Tensor, place_of: Tensor, mask: Tensor
    ) -> Any:
        bias, layout = encoder.score_bias(mask, tf.float32), Packed(row_of, place_of)
        x = encoder.embed(self._weights, self.config, ids, positions, kinds)
        x = encoder.encode(self._weights, self.config, x, layout, bias)
        return finishing.one_row(self._end(layout.texts(x), mask))

    def _end(self, hidden: Tensor, mask: Tensor) -> Any:
        hidden.set_shape([None, None, self.config.hidden_size])
        with keras.StatelessScope(self._snapshot):
            return self._finish(hidden, mask)


def _made_once(function: Callable[..., Any]) -> Callable[[], Any]:
    """The graph of a function of three [B,T], which takes its arguments as they are: a call spares 0.2 ms."""
    return functools.cache(tf.function(function, input_signature=[_PLACES] * 3, autograph=False).get_concrete_function)
