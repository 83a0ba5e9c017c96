"""The tokenizer in plain Python: for machines without the `tokenizers` library, and for `never_split`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import Any

from bert_tf.tokenizer.encoding import Encoding, truncate_pair
from bert_tf.tokenizer.normalizer import Char, Normalizer, Word
from bert_tf.tokenizer.options import Options
from bert_tf.tokenizer.vocabulary import Vocabulary
from bert_tf.tokenizer.wordpiece import wordpiece

Text = str | Sequence[str]


class PythonBackend:
    """Turns texts, or lists of words, into encodings.

    `special_tokens` maps `unk`, `cls`, `sep`, `pad`, `mask` to tokens; they are found in a text before anything else.
    `never_split` are words, between blanks, that are kept as they stand (`BasicTokenizer` of google-research/bert).
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        normalizer: Normalizer,
        special_tokens: dict[str, str],
        never_split: Iterable[str] = (),
    ) -> None:
        self.vocabulary = vocabulary
        self.normalizer = normalizer
        self.special_tokens = special_tokens
        self.never_split = frozenset(never_split)

    def encode_batch(self, pairs: Sequence[tuple[Text, Text | None]], options: Options) -> list[Encoding]:
        """One encoding a text or pair of texts."""
        encodings = [self._encode(first, second, options) for first, second in pairs]
        if options.padding != "do_not_pad" and encodings:
            length = options.padded_length(max(len(each) for each in encodings))
            pad = self.special_tokens["pad"]
            for each in encodings:
                each.pad(length, self.vocabulary.ids[pad], pad, options.pad_left)
        return encodings

    def _encode(self, first: Text, second: Text | None, options: Options) -> Encoding:
        texts = [self.pieces(first), *([] if second is None else [self.pieces(second)])]
        for place, each in enumerate(texts):
            each.set_sequence(place, place)
        if options.truncates:
            added = (1 + len(texts)) if options.add_special_tokens else 0
            room = options.max_length - added  # type: ignore[operator]
            if room < 0:
                raise ValueError(f"max_length is {options.max_length}; the {added} special tokens alone need more.")
            other = texts[1] if len(texts) > 1 else None
            truncate_pair(texts[0], other, room, options.truncation, options.stride, options.truncate_left)
        parts: list[Encoding] = []
        if options.add_special_tokens:
            parts.append(self._special("cls", 0))
        for place, each in enumerate(texts):
            parts.append(each)
            if options.add_special_tokens:
                parts.append(self._special("sep", place))
        whole = parts[0]
        for part in parts[1:]:
            whole.join(part)
        return whole

    def _special(self, name: str, type_id: int) -> Encoding:
        token = self.special_tokens[name]
        return Encoding.special(self.vocabulary.ids[token], token, type_id)

    def pieces(self, text: Text) -> Encoding:
        """The tokens of one text (or list of words), without special tokens around them."""
        found = Encoding()
        if isinstance(text, str):
            for index, word in enumerate(self._words(text)):
                self._add(found, word, index)
        else:
            for index, each in enumerate(text):
                for word in self._words(each):
                    self._add(found, word, index)
        return found

    def _words(self, text: str) -> Iterable[Word | tuple[str, int]]:
        """The words of a text; a token to be kept whole comes as (token, start)."""
        for part, start in _parts(text, self._special_pattern):
            if part in self._special_set:
                yield part, start
            elif not self.never_split:
                yield from self.normalizer.words(part, start)
            else:
                yield from self._kept_words(part, start)

    def _kept_words(self, text: str, start: int) -> Iterable[Word | tuple[str, int]]:
        for match in re.finditer(r"\S+", text):
            if match[0] in self.never_split:
                yield [
                    Char(char, start + match.start() + i, start + match.start() + i + 1)
                    for i, char in enumerate(match[0])
                ]
            else:
                yield from self.normalizer.words(match[0], start + match.start())

    def _add(self, found: Encoding, word: Word | tuple[str, int], index: int) -> None:
        if isinstance(word, tuple):
            token, start = word
            found.add(self.vocabulary.ids[token], token, (start, start + len(token)), index)
            return
        pieces = wordpiece("".join(each.char for each in word), self.vocabulary)
        if pieces is None:
            unknown = self.special_tokens["unk"]
            found.add(self.vocabulary.ids[unknown], unknown, (word[0].start, word[-1].end), index)
            return
        for piece, start, end in pieces:
            found.add(piece, self.vocabulary.tokens[piece], (word[start].start, word[end - 1].end), index)

    @functools.cached_property
    def _special_set(self) -> frozenset[str]:
        return frozenset(self.special_tokens.values())

    @functools.cached_property
    def _special_pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._special_set, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, longest_first)))


def _parts(text: str, pattern: re.Pattern[str]) -> Iterable[tuple[str, int]]:
    """The text cut before and after each match, with where each part begins."""
    end: Any = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], end
        yield match[0], match.start()
        end = match.end()
    if end < len(text):
        yield text[end:], end
