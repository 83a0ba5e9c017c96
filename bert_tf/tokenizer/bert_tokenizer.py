"""`BertTokenizer`: Hugging Face's WordPiece tokenizer, by its names, with or without its library."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.tokenizer import decoding, rust_backend
from bert_tf.tokenizer.batch_encoding import BatchEncoding
from bert_tf.tokenizer.encoding import Encoding
from bert_tf.tokenizer.normalizer import Normalizer
from bert_tf.tokenizer.options import NO_LIMIT, Options, strategy
from bert_tf.tokenizer.python_backend import PythonBackend
from bert_tf.tokenizer.rust_backend import RustBackend
from bert_tf.tokenizer.vocabulary import Vocabulary

SPECIAL = ("unk", "sep", "pad", "cls", "mask")
BACKENDS = ("tokenizers", "python")
_CONFIG, _JSON, _TEXT = "tokenizer_config.json", "tokenizer.json", "vocab.txt"


class BertTokenizer:
    """Text to token ids and back. Source: Hugging Face's `BertTokenizer`, whose names and results these are.

    Args:
      vocab: token -> id, or the path of a `vocab.txt` or `tokenizer.json`.
      do_lower_case: lowercase, and strip accents unless `strip_accents` says otherwise.
      unk_token, sep_token, pad_token, cls_token, mask_token: the special tokens; all must be in the vocabulary.
      tokenize_chinese_chars: each Chinese character is a word.
      strip_accents: None means as `do_lower_case`.
      never_split: words (between blanks) that are kept as they stand; needs the Python backend.
      model_max_length: the tokens that the model takes; what `max_length` is by default.
      padding_side, truncation_side: `"right"` or `"left"`.
      backend: `"tokenizers"`, `"python"`, or None for the former where it is installed.

    Raises:
      ValueError: a special token is missing from the vocabulary, or a name is none of those listed.
    """

    model_input_names = ("input_ids", "token_type_ids", "attention_mask")

    def __init__(
        self,
        vocab: Mapping[str, int] | str | Path,
        do_lower_case: bool = True,
        unk_token: str = "[UNK]",
        sep_token: str = "[SEP]",
        pad_token: str = "[PAD]",
        cls_token: str = "[CLS]",
        mask_token: str = "[MASK]",
        tokenize_chinese_chars: bool = True,
        strip_accents: bool | None = None,
        never_split: Iterable[str] = (),
        model_max_length: int | None = None,
        padding_side: str = "right",
        truncation_side: str = "right",
        backend: str | None = None,
    ) -> None:
        self.vocabulary = Vocabulary.from_mapping(vocab) if isinstance(vocab, Mapping) else Vocabulary.from_file(vocab)
        self.special_tokens = dict(zip(SPECIAL, (unk_token, sep_token, pad_token, cls_token, mask_token), strict=True))
        missing = [token for token in self.special_tokens.values() if token not in self.vocabulary.ids]
        if missing:
            raise ValueError(
                f"the vocabulary of {len(self.vocabulary.ids)} tokens lacks {', '.join(missing)}; "
                "name its special tokens (unk_token=…, cls_token=…, …)."
            )
        for side in (padding_side, truncation_side):
            if side not in ("left", "right"):
                raise ValueError(f"a side is 'left' or 'right'; got {side!r}.")
        self.normalizer = Normalizer(do_lower_case, strip_accents, tokenize_chinese_chars)
        self.never_split = tuple(never_split)
        self.model_max_length = model_max_length or NO_LIMIT
        self.padding_side, self.truncation_side = padding_side, truncation_side
        self.backend = backend or ("tokenizers" if rust_backend.available() and not self.never_split else "python")
        if self.backend not in BACKENDS:
            raise ValueError(f"backend is one of {', '.join(BACKENDS)}; got {backend!r}.")
        if self.backend == "tokenizers" and self.never_split:
            raise ValueError("never_split needs backend='python'.")
        self._engine: PythonBackend | RustBackend
        if self.backend == "tokenizers":
            self._engine = RustBackend(self.vocabulary, self.normalizer, self.special_tokens)
        else:
            self._engine = PythonBackend(self.vocabulary, self.normalizer, self.special_tokens, self.never_split)

    @classmethod
    def from_pretrained(cls, path: str | Path, **changes: Any) -> BertTokenizer:
        """The tokenizer in a folder: `vocab.txt` or `tokenizer.json`, with `tokenizer_config.json` if there is one.

        `path` may be the vocabulary file itself. Keyword arguments go before what the files say.

        Raises:
          FileNotFoundError: neither file is there. Nothing is ever downloaded.
        """
        path = Path(path)
        folder = path if path.is_dir() else path.parent
        found = [path] if path.is_file() else [folder / name for name in (_TEXT, _JSON) if (folder / name).is_file()]
        if not found:
            raise FileNotFoundError(f"no {_TEXT} or {_JSON} in {path}; a folder that holds one was expected.")
        settings = {**_of_json(folder / _JSON), **_of_config(folder / _CONFIG), **changes}
        return cls(found[0], **settings)

    def save_pretrained(self, path: str | Path) -> tuple[str, ...]:
        """Writes `vocab.txt` and `tokenizer_config.json`, which Hugging Face reads too; returns their paths."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.vocabulary.write(folder / _TEXT)
        settings: dict[str, Any] = {
            "tokenizer_class": "BertTokenizer",
            **{f"{name}_token": token for name, token in self.special_tokens.items()},
            "do_lower_case": self.normalizer.do_lower_case,
            "strip_accents": self.normalizer.strip_accents,
            "tokenize_chinese_chars": self.normalizer.tokenize_chinese_chars,
            "model_max_length": self.model_max_length,
            "padding_side": self.padding_side,
            "truncation_side": self.truncation_side,
        }
        if self.never_split:
            settings["never_split"] = list(self.never_split)
        (folder / _CONFIG).write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
        return str(folder / _TEXT), str(folder / _CONFIG)

    def __call__(
        self,
        text: str | Sequence[Any],
        text_pair: str | Sequence[Any] | None = None,
        *,
        add_special_tokens: bool = True,
        padding: bool | str = False,
        truncation: bool | str | None = None,
        max_length: int | None = None,
        stride: int = 0,
        is_split_into_words: bool = False,
        pad_to_multiple_of: int | None = None,
        return_tensors: str | None = None,
        return_token_type_ids: bool = True,
        return_attention_mask: bool = True,
        return_overflowing_tokens: bool = False,
        return_special_tokens_mask: bool = False,
        return_offsets_mapping: bool = False,
        return_length: bool = False,
    ) -> BatchEncoding:
        """Encodes one text, one pair, or a batch of either, as `PreTrainedTokenizerBase.__call__` does.

        Args:
          text, text_pair: a string or a list of strings; with `is_split_into_words` a list of words or a list of them.
          padding: True or `"longest"`, `"max_length"`, or False.
          truncation: True or `"longest_first"`, `"only_first"`, `"only_second"`, or False.
          max_length: tokens, special ones included; by default `model_max_length`.
          stride: tokens that a part cut off shares with the part before it.
          return_tensors: `"np"`, `"tf"`, or None for lists.

        Returns:
          `input_ids`, `token_type_ids`, `attention_mask` (and what else was asked for), each [B, T] or, for one text
          without `return_tensors`, [T].

        Raises:
          ValueError: texts of another kind, an unknown name, or rows of unequal length for a tensor.
        """
        pairs, batched = _pairs(text, text_pair, is_split_into_words)
        cut, fill, length = strategy(truncation, padding, max_length, self.model_max_length)
        options = Options(
            add_special_tokens, cut, fill, length, stride, pad_to_multiple_of,
            self.truncation_side == "left", self.padding_side == "left",
        )  # fmt: skip
        encodings = self._engine.encode_batch(pairs, options)
        if cut == "do_not_truncate" and any(len(each) > self.model_max_length for each in encodings):
            warnings.warn(
                f"a text has {max(map(len, encodings))} tokens, more than the {self.model_max_length} that the model "
                "takes; ask for truncation=True.",
                stacklevel=2,
            )
        rows, origin = encodings, list(range(len(encodings)))
        if return_overflowing_tokens:
            rows = [part for each in encodings for part in (each, *each.overflowing)]
            origin = [place for place, each in enumerate(encodings) for _ in (each, *each.overflowing)]
        wanted = {
            "input_ids": ("ids", True),
            "token_type_ids": ("type_ids", return_token_type_ids),
            "attention_mask": ("attention_mask", return_attention_mask),
            "special_tokens_mask": ("special_tokens_mask", return_special_tokens_mask),
            "offset_mapping": ("offsets", return_offsets_mapping),
        }
        values: dict[str, Any] = {
            name: [getattr(row, source) for row in rows] for name, (source, asked) in wanted.items() if asked
        }
        if return_length:
            values["length"] = [len(row) for row in rows]
        if return_overflowing_tokens:
            values["overflow_to_sample_mapping"] = origin
        if return_tensors is not None:
            values = {name: _tensor(name, value, return_tensors) for name, value in values.items()}
        elif not batched and not return_overflowing_tokens:
            values = {name: value[0] for name, value in values.items()}
        return BatchEncoding(values, rows)

    def encode(self, text: str, text_pair: str | None = None, **options: Any) -> list[int]:
        """The ids alone."""
        return self(text, text_pair, **options)["input_ids"]

    def tokenize(self, text: str, pair: str | None = None, add_special_tokens: bool = False) -> list[str]:
        """The tokens of a text."""
        return self(text, pair, add_special_tokens=add_special_tokens).tokens()

    def pieces(self, text: str) -> Encoding:
        """The tokens of a text with their places, without special tokens around them."""
        return self._engine.pieces(text)

    def decode(
        self, token_ids: Any, skip_special_tokens: bool = False, clean_up_tokenization_spaces: bool = True
    ) -> str:
        """The text of some ids.

        Raises:
          ValueError: an id is not in the vocabulary.
        """
        tokens = self.convert_ids_to_tokens(np.asarray(token_ids).reshape(-1).tolist(), skip_special_tokens)
        return decoding.to_text(tokens, clean_up_tokenization_spaces)

    def batch_decode(self, sequences: Iterable[Any], **options: Any) -> list[str]:
        """The texts of several rows of ids."""
        return [self.decode(each, **options) for each in sequences]

    def convert_tokens_to_ids(self, tokens: str | Sequence[str]) -> Any:
        """The id of a token, or the ids of several; an unknown token is `unk_token`."""
        if isinstance(tokens, str):
            return self.vocabulary.ids.get(tokens, self.vocabulary.ids[self.special_tokens["unk"]])
        return [self.convert_tokens_to_ids(each) for each in tokens]

    def convert_ids_to_tokens(self, ids: int | Sequence[int], skip_special_tokens: bool = False) -> Any:
        """The token of an id, or the tokens of several.

        Raises:
          ValueError: an id is not in the vocabulary.
        """
        if isinstance(ids, (int, np.integer)):
            found = self.vocabulary.tokens.get(int(ids))
            if found is None:
                raise ValueError(f"no token has the id {ids}; the vocabulary has {len(self.vocabulary.ids)} tokens.")
            return found
        tokens = [self.convert_ids_to_tokens(int(each)) for each in ids]
        return [token for token in tokens if token not in self.all_special_tokens] if skip_special_tokens else tokens

    def convert_tokens_to_string(self, tokens: Iterable[str]) -> str:
        """The text of some tokens."""
        return decoding.to_text(tokens)

    def num_special_tokens_to_add(self, pair: bool = False) -> int:
        """How many special tokens a text, or a pair, gets."""
        return 3 if pair else 2

    def get_vocab(self) -> dict[str, int]:
        """Token -> id."""
        return dict(self.vocabulary.ids)

    @property
    def vocab_size(self) -> int:
        """How many tokens there are."""
        return len(self.vocabulary.ids)

    def __len__(self) -> int:
        return self.vocab_size

    @property
    def all_special_tokens(self) -> list[str]:
        """The special tokens."""
        return list(dict.fromkeys(self.special_tokens.values()))

    @property
    def all_special_ids(self) -> list[int]:
        """The ids of the special tokens."""
        return [self.vocabulary.ids[token] for token in self.all_special_tokens]

    def __getattr__(self, name: str) -> Any:
        """`cls_token`, `cls_token_id` and their kin."""
        kind, _, what = name.partition("_")
        special = self.__dict__.get("special_tokens", {})
        if kind in special and what in ("token", "token_id"):
            return special[kind] if what == "token" else self.vocabulary.ids[special[kind]]
        raise AttributeError(f"{type(self).__name__} has no {name}")

    def __repr__(self) -> str:
        return f"BertTokenizer({self.vocab_size} tokens, {self.normalizer}, backend={self.backend!r})"


def _pairs(text: Any, other: Any, split: bool) -> tuple[list[tuple[Any, Any]], bool]:
    """The texts as pairs, and whether they came as a batch."""
    kind = "a list of words" if split else "a string"
    batched = isinstance(text, (list, tuple)) and (not split or (len(text) > 0 and isinstance(text[0], (list, tuple))))
    first = list(text) if batched else [text]
    if other is None or (not batched and not other):  # an empty second text is none, as at Hugging Face
        second: list[Any] = [None] * len(first)
    else:
        second = list(other) if batched else [other]
    if batched and not split and other is None and first and isinstance(first[0], (list, tuple)):
        first, second = [each[0] for each in first], [each[1] for each in first]
    if len(first) != len(second):
        raise ValueError(f"text has {len(first)} entries and text_pair {len(second)}; they must be as many.")
    for each in (*first, *(each for each in second if each is not None)):
        fits = isinstance(each, (list, tuple)) and all(isinstance(word, str) for word in each)
        if not (fits if split else isinstance(each, str)):
            raise ValueError(f"a text is {kind}, and a batch a list of them; got {type(each).__name__}: {each!r:.60}.")
    return list(zip(first, second, strict=True)), batched


def _tensor(name: str, rows: Any, kind: str) -> Any:
    if rows and isinstance(rows[0], list) and len({len(row) for row in rows}) > 1:
        raise ValueError(
            f"{name}: rows of {sorted({len(row) for row in rows})} tokens make no tensor; ask for padding=True."
        )
    array = np.asarray(rows, np.int64)
    if kind == "np":
        return array
    if kind != "tf":
        raise ValueError(f"return_tensors is 'np', 'tf' or None; got {kind!r}.")
    import tensorflow as tf

    return tf.constant(array, tf.int32)


def _of_config(path: Path) -> dict[str, Any]:
    """What `tokenizer_config.json` says of this class' arguments."""
    if not path.is_file():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8"))
    names = (
        "do_lower_case",
        "strip_accents",
        "tokenize_chinese_chars",
        "never_split",
        "padding_side",
        "truncation_side",
    )
    settings = {name: stored[name] for name in names if stored.get(name) is not None}
    for name in (f"{each}_token" for each in SPECIAL):
        value = stored.get(name)
        if value is not None:
            settings[name] = value["content"] if isinstance(value, dict) else value
    if stored.get("model_max_length"):
        settings["model_max_length"] = int(stored["model_max_length"])
    return settings


def _of_json(path: Path) -> dict[str, Any]:
    """What the normalizer of `tokenizer.json` says."""
    if not path.is_file():
        return {}
    stored = json.loads(path.read_text(encoding="utf-8")).get("normalizer") or {}
    names = {
        "lowercase": "do_lower_case",
        "strip_accents": "strip_accents",
        "handle_chinese_chars": "tokenize_chinese_chars",
    }
    return {ours: stored[theirs] for theirs, ours in names.items() if stored.get(theirs) is not None}
