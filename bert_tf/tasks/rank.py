"""Texts in the order in which they answer a query: by meaning, not by words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from bert_tf.fast.encode import encode
from bert_tf.tasks import needs


class Ranked(NamedTuple):
    """`place`: which of the texts it is, from 0; `score`: the cosine, or what the cross-encoder says."""

    place: int
    text: str
    score: float


def rank(model: Any, tokenizer: Any, query: str, texts: Sequence[str]) -> tuple[Ranked, ...]:
    """The texts, the best first.

    Args:
      model: a `SentenceEmbedder`, whose vectors' cosine is the score; or a `BertForSequenceClassification` of one
        label, a cross-encoder, which reads the query and the text together.
      tokenizer: its tokenizer.
      query, texts: what is sought, and where.

    Raises:
      ValueError: the query is empty, or there are no texts.
      Untrained: the model's head was never trained.
    """
    needs.check(model, "rank")
    if not query.strip() or not texts:
        raise ValueError("a query and at least one text are needed.")
    scores = (
        _cosines(model, tokenizer, query, texts) if hasattr(model, "steps") else _read(model, tokenizer, query, texts)
    )
    order = np.argsort(-scores, kind="stable")
    return tuple(Ranked(int(place), texts[place], float(scores[place])) for place in order)


def _cosines(model: Any, tokenizer: Any, query: str, texts: Sequence[str]) -> np.ndarray:
    vectors = encode(model, tokenizer, [query, *texts])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    return vectors[1:] @ vectors[0]


def _read(model: Any, tokenizer: Any, query: str, texts: Sequence[str], batch_size: int = 32) -> np.ndarray:
    most = model.config.max_position_embeddings
    found = []
    for start in range(0, len(texts), batch_size):
        batch = list(texts[start : start + batch_size])
        given = tokenizer(
            [query] * len(batch), batch, truncation="only_second", max_length=most, padding=True, return_tensors="np"
        )
        found.append(np.asarray(model(given).logits)[:, 0])
    return np.concatenate(found)
