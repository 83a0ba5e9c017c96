"""A text through a model: its tokens, where the second text begins, and the stages that a view needs."""

from __future__ import annotations

import textwrap
import warnings
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from bert_tf.views import checks


class Read(NamedTuple):
    """`second`: the place of the second text's first token, or None; `found`: stage -> array of a batch of one."""

    title: str
    tokens: list[str]
    second: int | None
    inputs: Mapping[str, Any]
    found: dict[str, np.ndarray]
    pruned: Mapping[int, tuple[int, ...]]


def read(model: Any, tokenizer: Any, text: str, text_b: str | None, stages: Any) -> Read:
    """Runs the model once.

    Args:
      model: anything that `bert_tf.trace` takes.
      tokenizer: a `BertTokenizer`, or one of Hugging Face's.
      stages: as for `bert_tf.trace`.

    Raises:
      ValueError: a text is empty, or has more tokens than the model takes.
    """
    from bert_tf.tracing.record import bert_of, trace

    texts = [checks.text("text", text)] + ([] if text_b is None else [checks.text("text_b", text_b)])
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*tokens, more than the")  # the error below says it
        given = {name: np.asarray(value).reshape(1, -1) for name, value in tokenizer(*texts).items()}
    ids = given["input_ids"][0]
    config = bert_of(model).config
    most = min(config.max_position_embeddings, checks.MOST_TOKENS)
    if len(ids) > most:
        raise ValueError(f"the text has {len(ids)} tokens; the model and a view take at most {most}: cut it.")
    tokens = checks.tokens("tokens", tokenizer.convert_ids_to_tokens([int(each) for each in ids]))
    if len(tokens) <= len(texts) + 1:
        raise ValueError(f"text is a text with at least one word; received {text!r}.")
    second = None
    if text_b is not None:
        second = int(np.argmax(given["token_type_ids"][0] == 1))
    title = textwrap.shorten(" · ".join(texts), 90, placeholder=" …")
    return Read(title, tokens, second, given, trace(model, given, stages), config.pruned_heads)
