"""What stood where a text has `[MASK]`."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from bert_tf.tasks import needs
from bert_tf.tasks.encode import encode


class Guess(NamedTuple):
    """A token, its probability, and the text with it."""

    token: str
    probability: float
    text: str


class Filled(NamedTuple):
    """`position`: which token of the encoded text is masked; `guesses`: the likeliest first."""

    position: int
    guesses: tuple[Guess, ...]


def fill_mask(model: Any, tokenizer: Any, text: str, top: int = 5) -> tuple[Filled, ...]:
    """The likeliest tokens for each mask of a text, each mask by itself. Source: Hugging Face's `fill-mask` pipeline.

    Args:
      model: a `BertForMaskedLM` or a `BertForPreTraining`.
      tokenizer: its tokenizer.
      text: with the tokenizer's mask token where a word is sought.
      top: how many.

    Raises:
      ValueError: there is no mask, or the text is too long.
      Untrained: the model's head was never trained.
    """
    needs.check(model, "fill-mask")
    given = encode(model, tokenizer, text)
    ids = given["input_ids"][0]
    places = np.flatnonzero(ids == tokenizer.mask_token_id)
    if not len(places):
        raise ValueError(f"{text!r} has no {tokenizer.mask_token}: write it where a word is sought.")
    outputs = model(given)
    logits = outputs.logits if hasattr(outputs, "logits") else outputs.prediction_logits  # [1,T,V]
    probs = tf.nn.softmax(tf.cast(tf.gather(logits[0], places), tf.float32)).numpy()  # [masks,V]
    return tuple(
        Filled(int(place), _guesses(tokenizer, ids, int(place), row, top))
        for place, row in zip(places, probs, strict=True)
    )


def _guesses(tokenizer: Any, ids: np.ndarray, place: int, probs: np.ndarray, top: int) -> tuple[Guess, ...]:
    found = []
    for index in np.argsort(-probs, kind="stable")[:top]:
        filled = ids.copy()
        filled[place] = index
        kept = [each for each in filled.tolist() if each not in (tokenizer.cls_token_id, tokenizer.sep_token_id)]
        text = tokenizer.decode(kept)
        found.append(Guess(tokenizer.convert_ids_to_tokens(int(index)), float(probs[index]), text))
    return tuple(found)
