"""The `tokenizers` library behind the same interface: the one file that imports it."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Any

from bert_tf.tokenizer.encoding import Encoding
from bert_tf.tokenizer.normalizer import Normalizer
from bert_tf.tokenizer.options import Options
from bert_tf.tokenizer.vocabulary import Vocabulary

Text = str | Sequence[str]


def available() -> bool:
    """Whether the `tokenizers` library is installed."""
    return importlib.util.find_spec("tokenizers") is not None


class RustBackend:
    """Turns texts, or lists of words, into encodings, many at a time and in parallel."""

    def __init__(self, vocabulary: Vocabulary, normalizer: Normalizer, special_tokens: dict[str, str]) -> None:
        from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers, processors

        self.vocabulary = vocabulary
        self.special_tokens = special_tokens
        ids = vocabulary.ids
        engine = Tokenizer(models.WordPiece(ids, unk_token=special_tokens["unk"]))
        engine.normalizer = normalizers.BertNormalizer(
            clean_text=True,
            handle_chinese_chars=normalizer.tokenize_chinese_chars,
            strip_accents=normalizer.strip_accents,
            lowercase=normalizer.do_lower_case,
        )
        engine.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        engine.add_special_tokens(
            [AddedToken(token, special=True, normalized=False) for token in dict.fromkeys(special_tokens.values())]
        )
        cls, sep = special_tokens["cls"], special_tokens["sep"]
        engine.post_processor = processors.TemplateProcessing(
            single=f"{cls}:0 $A:0 {sep}:0",
            pair=f"{cls}:0 $A:0 {sep}:0 $B:1 {sep}:1",
            special_tokens=[(cls, ids[cls]), (sep, ids[sep])],
        )
        self._engine = engine

    def encode_batch(self, pairs: Sequence[tuple[Text, Text | None]], options: Options) -> list[Encoding]:
        """One encoding a text or pair of texts."""
        self._set(options)
        split = bool(pairs) and not isinstance(pairs[0][0], str)
        inputs = [first if second is None else (first, second) for first, second in pairs]
        try:
            found = self._engine.encode_batch(
                inputs, is_pretokenized=split, add_special_tokens=options.add_special_tokens
            )
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
                raise  # an interrupt
            raise ValueError(f"these texts cannot be cut as asked (truncation, max_length, stride): {error}") from None
        return [_converted(each) for each in found]

    def pieces(self, text: Text) -> Encoding:
        """The tokens of one text (or list of words), without special tokens around them."""
        return self.encode_batch([(text, None)], Options(add_special_tokens=False))[0]

    def _set(self, options: Options) -> None:
        engine = self._engine
        if options.truncates and options.max_length is not None:
            engine.enable_truncation(
                options.max_length,
                stride=options.stride,
                strategy=options.truncation,
                direction="left" if options.truncate_left else "right",
            )
        else:
            engine.no_truncation()
        if options.padding == "do_not_pad":
            engine.no_padding()
            return
        pad = self.special_tokens["pad"]
        engine.enable_padding(
            direction="left" if options.pad_left else "right",
            pad_id=self.vocabulary.ids[pad],
            pad_token=pad,
            length=options.max_length if options.padding == "max_length" else None,
            pad_to_multiple_of=options.pad_to_multiple_of,
        )


def _converted(found: Any) -> Encoding:
    return Encoding(
        ids=found.ids,
        type_ids=found.type_ids,
        tokens=found.tokens,
        offsets=found.offsets,
        word_ids=found.word_ids,
        sequence_ids=found.sequence_ids,
        special_tokens_mask=found.special_tokens_mask,
        attention_mask=found.attention_mask,
        overflowing=[_converted(each) for each in found.overflowing],
    )
