"""Tokens back to text, as the `WordPiece` decoder of the `tokenizers` library does it."""

from __future__ import annotations

from collections.abc import Iterable

from bert_tf.tokenizer.wordpiece import CONTINUES

# English contractions and punctuation that the tokens lost their place of.
_TIDY = (
    (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"),
    (" do not", " don't"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
)  # fmt: skip


def to_text(tokens: Iterable[str], tidy_up: bool = True) -> str:
    """Joins tokens with blanks, pieces that go on (`##ing`) without; `tidy_up` takes blanks before punctuation away."""
    parts = []
    for place, token in enumerate(tokens):
        if place and token.startswith(CONTINUES):
            token = token[len(CONTINUES) :]
        elif place:
            token = f" {token}"
        parts.append(tidied(token) if tidy_up else token)
    return "".join(parts)


def tidied(text: str) -> str:
    """Text without the blanks before punctuation and contractions."""
    for old, new in _TIDY:
        text = text.replace(old, new)
    return text
