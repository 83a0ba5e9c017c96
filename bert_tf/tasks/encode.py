"""Texts as a model's inputs, refused rather than cut where they are too long."""

from __future__ import annotations

from typing import Any


def encode(model: Any, tokenizer: Any, text: str, text_pair: str | None = None) -> Any:
    """One text, or a pair, as a batch of one: arrays [1,T].

    Raises:
      ValueError: there are more tokens than the model has positions.
    """
    found = tokenizer([text], None if text_pair is None else [text_pair], return_tensors="np")
    tokens, most = found["input_ids"].shape[1], model.config.max_position_embeddings
    if tokens > most:
        raise ValueError(f"the text has {tokens} tokens, and the model takes {most}; give a shorter one.")
    return found
