"""The tokenizer as TensorFlow operations, for models that are served with strings for inputs.

Unicode comes from this package's tables, not from TensorFlow's, so the ids are those of the other two ways.

Shapes: B texts, C characters in all of them, W words, T tokens of the longest text.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from bert_tf.tokenizer import trie
from bert_tf.tokenizer.bert_tokenizer import SPECIAL, BertTokenizer
from bert_tf.tokenizer.char_tables import ALONE, POINTS, SPACE, char_tables
from bert_tf.tokenizer.wordpiece import MAX_CHARS


@keras.saving.register_keras_serializable("bert_tf")
class BertTokenizerLayer(keras.layers.Layer):
    """Strings [B] (or a pair of them) to `input_ids`, `token_type_ids` and `attention_mask`, each int32 [B, T].

    Args:
      tokenizer: a `BertTokenizer` without `never_split`, or the dictionary that `get_config` made of one.
      max_length: tokens to cut down to (the longest text first), special tokens included; None cuts nothing.
      pad_to_max_length: T is `max_length`, not the longest text's.
      add_special_tokens: `[CLS] A [SEP]`, or `[CLS] A [SEP] B [SEP]`.

    Raises:
      ValueError: `never_split` is set, special tokens overlap, or `pad_to_max_length` has no `max_length`.
    """

    def __init__(
        self,
        tokenizer: BertTokenizer | dict[str, Any],
        max_length: int | None = None,
        pad_to_max_length: bool = False,
        add_special_tokens: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"trainable": False, **kwargs})
        if isinstance(tokenizer, dict):
            tokenizer = BertTokenizer(**tokenizer)
        if tokenizer.never_split:
            raise ValueError("never_split is not there in a graph; use a BertTokenizer without it.")
        if pad_to_max_length and max_length is None:
            raise ValueError("pad_to_max_length=True needs a max_length.")
        self.tokenizer = tokenizer
        self.max_length, self.pad_to_max_length = max_length, pad_to_max_length
        self.add_special_tokens = add_special_tokens
        self._trie = trie.build(tokenizer.vocabulary)
        self._chars = char_tables(tokenizer.normalizer)
        self._special = _special_points(tokenizer.all_special_tokens)
        self.supports_jit = False
        self.built = True

    def call(self, text: Any, text_pair: Any = None) -> dict[str, tf.Tensor]:
        """Encodes a batch of texts."""
        parts = [self.pieces(each) for each in (text, text_pair) if each is not None]
        added = 1 + len(parts) if self.add_special_tokens else 0
        if self.max_length is not None:
            parts = _truncated(parts, self.max_length - added)
        rows = tf.shape(text)[0]
        columns: list[tuple[tf.RaggedTensor, int]] = []
        if self.add_special_tokens:
            columns.append((self._column("cls", rows), 0))
        for place, part in enumerate(parts):
            columns.append((part, place))
            if self.add_special_tokens:
                columns.append((self._column("sep", rows), place))
        ids = tf.concat([part for part, _ in columns], axis=1)
        types = tf.concat([tf.zeros_like(part) + place for part, place in columns], axis=1)
        width = self.max_length if self.pad_to_max_length else None
        pad = self.tokenizer.pad_token_id
        return {
            "input_ids": ids.to_tensor(pad, shape=(None, width)),  # [B, T]
            "token_type_ids": types.to_tensor(0, shape=(None, width)),
            "attention_mask": tf.ones_like(ids).to_tensor(0, shape=(None, width)),
        }

    def pieces(self, text: Any) -> tf.RaggedTensor:
        """The ids of each text without special tokens around them: int32 [B, (tokens)]."""
        text = tf.convert_to_tensor(text, tf.string)
        decoded = tf.strings.unicode_decode(text, "UTF-8", errors="replace", replacement_char=0xFFFD)
        points, rows = decoded.values, tf.cast(decoded.value_rowids(), tf.int32)  # [C]
        points, rows = self._mark_special(points, rows)
        points, rows = self._normalize(points, rows)
        return self._wordpiece(points, rows, tf.size(text))

    def _column(self, name: str, rows: tf.Tensor) -> tf.RaggedTensor:
        index = self.tokenizer.vocabulary.ids[self.tokenizer.special_tokens[name]]
        return tf.RaggedTensor.from_uniform_row_length(tf.fill([rows], index), 1)

    def _mark_special(self, points: tf.Tensor, rows: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Each special token in a text becomes one number above all code points."""
        count = tf.size(points)
        kept = tf.ones([count], tf.bool)
        for place, token in enumerate(self._special):
            length = len(token)
            ahead = tf.pad(points, [[0, length]], constant_values=-1)
            same_row = tf.pad(rows, [[0, length]], constant_values=-1)[length - 1 : length - 1 + count] == rows
            fits = [ahead[step : step + count] == point for step, point in enumerate(token)]
            starts = tf.reduce_all(tf.stack([same_row, *fits]), axis=0)
            points = tf.where(starts, POINTS + place, points)
            behind = tf.pad(starts, [[length, 0]])
            covered = [behind[length - step : length - step + count] for step in range(1, length)]
            if covered:
                kept &= ~tf.reduce_any(tf.stack(covered), axis=0)
        return tf.boolean_mask(points, kept), tf.boolean_mask(rows, kept)

    def _normalize(self, points: tf.Tensor, rows: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        known = self._chars
        last = len(known.changed) - 1
        place = tf.minimum(tf.searchsorted(known.changed, points), last)
        changes = tf.gather(known.changed, place) == points
        start = tf.gather(known.starts, place)
        lengths = tf.where(changes, tf.gather(known.starts, place + 1) - start, 1)
        source = tf.repeat(tf.range(tf.size(points)), lengths)  # [C']
        within = tf.range(tf.size(source)) - tf.gather(tf.cumsum(lengths, exclusive=True), source)
        becomes: np.ndarray = np.append(known.becomes, np.int32([0]))
        new = tf.gather(becomes, tf.where(tf.gather(changes, source), tf.gather(start, source) + within, 0))
        points = tf.where(tf.gather(changes, source), new, tf.gather(points, source))
        rows = tf.gather(rows, source)
        return (self._in_order(points, rows), rows) if len(known.marked) else (points, rows)

    def _in_order(self, points: tf.Tensor, rows: tf.Tensor) -> tf.Tensor:
        """Marks that follow one another in the order of their combining classes."""
        known = self._chars
        place = tf.minimum(tf.searchsorted(known.marked, points), len(known.marked) - 1)
        order = tf.where(tf.gather(known.marked, place) == points, tf.gather(known.orders, place), 0)
        begins = (order == 0) | (rows != tf.concat([[-1], rows[:-1]], 0))
        run = tf.cumsum(tf.cast(begins, tf.int64))
        return tf.gather(points, tf.argsort(run * 256 + tf.cast(order, tf.int64), stable=True))

    def _wordpiece(self, points: tf.Tensor, rows: tf.Tensor, count: tf.Tensor) -> tf.RaggedTensor:
        kinds = tf.cast(
            tf.gather(np.append(self._chars.kinds, np.uint8([ALONE])), tf.minimum(points, POINTS)), tf.int32
        )
        space, alone = kinds & SPACE > 0, kinds & ALONE > 0
        breaks = (space | alone)[:-1]
        first = tf.concat([tf.fill([tf.minimum(tf.size(points), 1)], True), breaks | (rows[1:] != rows[:-1])], 0)
        visible = ~space
        begins = tf.boolean_mask(first | alone, visible)
        points, rows = tf.boolean_mask(points, visible), tf.boolean_mask(rows, visible)
        starts = tf.cast(tf.where(begins)[:, 0], tf.int32)  # [W]
        ends = tf.concat([starts[1:], [tf.size(points)]], 0)[: tf.size(starts)]
        found, bad = self._walk(points, starts, ends)
        word = tf.cumsum(tf.cast(begins, tf.int32)) - 1
        found = tf.where(tf.gather(bad, word), tf.where(begins, self.tokenizer.unk_token_id, -1), found)
        special = points >= POINTS
        ids = [self.tokenizer.vocabulary.ids[token] for token in self.tokenizer.all_special_tokens]
        found = tf.where(special, tf.gather(ids, tf.where(special, points - POINTS, 0)), found)
        is_token = found >= 0
        return tf.RaggedTensor.from_value_rowids(
            tf.boolean_mask(found, is_token),
            tf.cast(tf.boolean_mask(rows, is_token), tf.int64),
            tf.cast(count, tf.int64),
        )

    def _walk(self, points: tf.Tensor, starts: tf.Tensor, ends: tf.Tensor) -> tuple[tf.Tensor, tf.Tensor]:
        """Token ids at the characters where they begin (elsewhere -1), and which words are unknown: [C], [W].

        All words go down the tree together, a character a turn; a word that cannot go on takes its longest piece and
        goes back to where that ended.
        """
        known = self._trie
        keys, children, tokens = (tf.constant(each) for each in (known.keys, known.children, known.tokens))
        too_long = ends - starts > MAX_CHARS
        nothing = tf.fill(tf.shape(starts), -1)

        def more(active: tf.Tensor, *_: Any) -> tf.Tensor:
            return tf.reduce_any(active)

        def turn(active: Any, bad: Any, start: Any, at: Any, node: Any, best: Any, best_end: Any, found: Any) -> Any:
            point = tf.gather(points, tf.minimum(at, tf.size(points) - 1))
            key = tf.cast(node, tf.int64) * 2**trie.POINT_BITS + tf.cast(point, tf.int64)
            place = tf.minimum(tf.searchsorted(keys, key), len(known.keys) - 1)
            down = active & (at < ends) & (tf.gather(keys, place) == key)
            child = tf.gather(children, place)
            token = tf.gather(tokens, child)
            ends_here = down & (token >= 0)
            best, best_end = tf.where(ends_here, token, best), tf.where(ends_here, at + 1, best_end)
            stuck = active & ~down
            takes = stuck & (best >= 0)
            found = tf.tensor_scatter_nd_update(
                found, tf.boolean_mask(start, takes)[:, None], tf.boolean_mask(best, takes)
            )
            bad |= stuck & (best < 0)
            start = tf.where(takes, best_end, start)
            at = tf.where(takes, best_end, tf.where(down, at + 1, at))
            node = tf.where(takes, 1, tf.where(down, child, node))
            best = tf.where(takes, -1, best)
            return active & ~bad & (start < ends), bad, start, at, node, best, best_end, found

        state = (
            ~too_long, too_long, starts, starts, tf.zeros_like(starts), nothing, starts, tf.fill(tf.shape(points), -1),
        )  # fmt: skip
        state = tf.while_loop(more, turn, state)
        return state[-1], state[1]

    def get_config(self) -> dict[str, Any]:
        known = self.tokenizer
        return {
            **super().get_config(),
            "tokenizer": {
                "vocab": known.get_vocab(),
                **{f"{name}_token": known.special_tokens[name] for name in SPECIAL},
                "do_lower_case": known.normalizer.do_lower_case,
                "strip_accents": known.normalizer.strip_accents,
                "tokenize_chinese_chars": known.normalizer.tokenize_chinese_chars,
            },
            "max_length": self.max_length,
            "pad_to_max_length": self.pad_to_max_length,
            "add_special_tokens": self.add_special_tokens,
        }


def _truncated(parts: list[tf.RaggedTensor], room: int) -> list[tf.RaggedTensor]:
    """One or two texts cut down to `room` tokens in all, as `longest_first` does."""
    if room < 0:
        raise ValueError("max_length is smaller than the number of special tokens.")
    if len(parts) == 1:
        return [parts[0][:, :room]]
    first, second = (tf.cast(part.row_lengths(), tf.int32) for part in parts)
    short = tf.minimum(first, second)
    fits = first + second <= room
    longer = tf.where(short > room, short, tf.maximum(short, room - short))
    over = short + longer > room
    shorter = tf.where(over, room // 2, short)
    longer = tf.where(over, room // 2 + room % 2, longer)
    sizes = (tf.where(first > second, longer, shorter), tf.where(first > second, shorter, longer))
    lengths = (tf.where(fits, first, sizes[0]), tf.where(fits, second, sizes[1]))
    return [
        tf.ragged.boolean_mask(part, tf.ragged.range(tf.cast(part.row_lengths(), tf.int32)) < length[:, None])
        for part, length in zip(parts, lengths, strict=True)
    ]


def _special_points(tokens: list[str]) -> list[list[int]]:
    """The code points of each special token.

    Raises:
      ValueError: the end of one can be the beginning of another, so that a text could be read in two ways.
    """
    for one in tokens:
        for other in tokens:
            overlaps = any(one[-size:] == other[:size] for size in range(1, min(len(one), len(other)) + (one != other)))
            if overlaps or (one != other and one in other):
                raise ValueError(f"the special tokens {one!r} and {other!r} overlap; that cannot be done in a graph.")
    return [[ord(char) for char in token] for token in tokens]
