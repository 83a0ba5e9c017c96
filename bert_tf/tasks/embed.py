"""Texts to vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np


def embed(model: Any, tokenizer: Any, texts: Sequence[str], batch_size: int = 32) -> np.ndarray:
    """The vectors [N,E] of texts, in their order; those of like length go together, so that little is padded.

    Args:
      model: a `SentenceEmbedder`.
      tokenizer: its tokenizer.
      texts: of any length; what is longer than the model's `max_length` is cut.
    """
    texts = [text.strip().lower() if model.lower else text.strip() for text in texts]
    rows = tokenizer(texts, truncation=True, max_length=model.max_length)["input_ids"]
    order = np.argsort([len(row) for row in rows], kind="stable")[::-1]
    found = np.zeros((len(texts), model.width), "float32")
    for start in range(0, len(order), batch_size):
        batch = order[start : start + batch_size]
        longest = max(len(rows[place]) for place in batch)
        ids = np.full((len(batch), longest), tokenizer.pad_token_id)
        for line, place in enumerate(batch):
            ids[line, : len(rows[place])] = rows[place]
        mask = np.arange(longest) < np.array([[len(rows[place])] for place in batch])
        found[batch] = model({"input_ids": ids, "attention_mask": mask.astype("int32")})
    return found
