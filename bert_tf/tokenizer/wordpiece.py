"""WordPiece: the longest piece of the vocabulary first, then the longest that goes on with it.

Source: `WordpieceTokenizer` of google-research/bert, `WordPiece` of the `tokenizers` library.
"""

from __future__ import annotations

from bert_tf.tokenizer.vocabulary import Vocabulary

CONTINUES = "##"
MAX_CHARS = 100  # a longer word is unknown as a whole


def wordpiece(word: str, vocabulary: Vocabulary) -> list[tuple[int, int, int]] | None:
    """(id, start, end) of each piece of a word, or None if the vocabulary cannot spell it."""
    if len(word) > MAX_CHARS:
        return None
    pieces = []
    start = 0
    while start < len(word):
        prefix = CONTINUES if start else ""
        for end in range(min(len(word), start + vocabulary.longest), start, -1):
            found = vocabulary.ids.get(prefix + word[start:end])
            if found is not None:
                break
        else:
            return None
        pieces.append((found, start, end))
        start = end
    return pieces
