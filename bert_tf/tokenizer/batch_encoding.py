"""What encoding a text or a batch gives: the model's inputs by name, and where each token came from."""

from __future__ import annotations

from typing import Any

from bert_tf.tokenizer.encoding import Encoding


class BatchEncoding(dict[str, Any]):
    """A dictionary of lists (or arrays) with a look back at the texts. Source: Hugging Face's `BatchEncoding`."""

    def __init__(self, values: dict[str, Any], encodings: list[Encoding]) -> None:
        super().__init__(values)
        self.encodings = encodings

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no {name!r} in this encoding; it has {', '.join(self)}") from None

    def tokens(self, batch_index: int = 0) -> list[str]:
        """The tokens of one row."""
        return self.encodings[batch_index].tokens

    def word_ids(self, batch_index: int = 0) -> list[int | None]:
        """The word that each token belongs to, None for special tokens."""
        return self.encodings[batch_index].word_ids

    def sequence_ids(self, batch_index: int = 0) -> list[int | None]:
        """The text (0 or 1) that each token belongs to, None for special tokens."""
        return self.encodings[batch_index].sequence_ids

    def token_to_chars(self, batch_index: int, token_index: int) -> tuple[int, int] | None:
        """[start, end) of a token in its text, None for special tokens."""
        row = self.encodings[batch_index]
        return None if row.sequence_ids[token_index] is None else row.offsets[token_index]

    def token_to_word(self, batch_index: int, token_index: int) -> int | None:
        """The word that a token belongs to."""
        return self.encodings[batch_index].word_ids[token_index]

    def char_to_token(self, batch_index: int, char_index: int, sequence_index: int = 0) -> int | None:
        """The token that a character of the text belongs to, None if it belongs to none."""
        row = self.encodings[batch_index]
        for place, (start, end) in enumerate(row.offsets):
            if row.sequence_ids[place] == sequence_index and start <= char_index < end:
                return place
        return None

    def word_to_tokens(self, batch_index: int, word_index: int, sequence_index: int = 0) -> tuple[int, int] | None:
        """[first, last) of the tokens of a word, None if it has none."""
        row = self.encodings[batch_index]
        places = [
            place
            for place, word in enumerate(row.word_ids)
            if word == word_index and row.sequence_ids[place] == sequence_index
        ]
        return (places[0], places[-1] + 1) if places else None
