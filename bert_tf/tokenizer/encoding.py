"""One encoded text: ids and where each came from; cut, joined and padded as the `tokenizers` library does it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

LISTS = (
    "ids", "type_ids", "tokens", "offsets", "word_ids", "sequence_ids", "special_tokens_mask", "attention_mask",
)  # fmt: skip


@dataclass
class Encoding:
    """Lists of equal length, one entry a token, and what was cut off (`overflowing`), itself encoded."""

    ids: list[int] = field(default_factory=list)
    type_ids: list[int] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)  # [start, end) in the text given
    word_ids: list[int | None] = field(default_factory=list)
    sequence_ids: list[int | None] = field(default_factory=list)
    special_tokens_mask: list[int] = field(default_factory=list)
    attention_mask: list[int] = field(default_factory=list)
    overflowing: list[Encoding] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, index: int, token: str, offset: tuple[int, int], word: int | None) -> None:
        """Appends a token of the text."""
        self._append(index, 0, token, offset, word, None, 0, 1)

    def _append(self, *values: Any) -> None:
        for name, value in zip(LISTS, values, strict=True):
            getattr(self, name).append(value)

    @classmethod
    def special(cls, index: int, token: str, type_id: int) -> Encoding:
        """An encoding of one special token."""
        made = cls()
        made._append(index, type_id, token, (0, 0), None, None, 1, 1)
        return made

    def part(self, start: int, end: int) -> Encoding:
        """Tokens [start, end), without what was cut off before."""
        return Encoding(**{name: getattr(self, name)[start:end] for name in LISTS})

    def copy(self) -> Encoding:
        """A copy whose lists can be changed."""
        made = self.part(0, len(self))
        made.overflowing = [each.copy() for each in self.overflowing]
        return made

    def every(self) -> list[Encoding]:
        """This and all that was cut off."""
        return [self, *(each for cut in self.overflowing for each in cut.every())]

    def set_sequence(self, sequence: int, type_id: int) -> None:
        """Marks all tokens as those of the first (0) or second (1) text."""
        for each in self.every():
            each.sequence_ids = [sequence] * len(each)
            each.type_ids = [type_id] * len(each)

    def truncate(self, length: int, stride: int, left: bool) -> None:
        """Keeps `length` tokens; the rest goes to `overflowing` in parts that share `stride` tokens.

        Raises:
          ValueError: the stride is not smaller than what is kept.
        """
        count = len(self)
        if length >= count:
            return
        if length == 0:
            rest = self.copy()
            self._become(Encoding())
            self.overflowing = [rest]
            return
        if stride >= length:
            raise ValueError(f"stride is {stride}, but only {length} tokens of a text are kept: it must be smaller.")
        spans: list[tuple[int, int]] = []
        while not spans or (spans[-1][0] > 0 if left else spans[-1][1] < count):
            shift = len(spans) * (length - stride)
            spans.append(
                (max(count - shift - length, 0), count - shift) if left else (shift, min(shift + length, count))
            )
        first, *others = [self.part(*span) for span in spans]
        self._become(first)
        self.overflowing = others

    def _become(self, other: Encoding) -> None:
        for name in (*LISTS, "overflowing"):
            setattr(self, name, getattr(other, name))

    def join(self, other: Encoding) -> None:
        """Appends `other`; each part cut off of one meets the other and each part cut off of it."""
        overflowing = []
        for cut in self.overflowing:
            for right in (other, *other.overflowing):
                joined = cut.copy()
                joined.join(right)
                overflowing.append(joined)
        for right in other.overflowing:
            joined = self.part(0, len(self))
            joined.overflowing = [each.copy() for each in self.overflowing]
            joined.join(right)
            overflowing.append(joined)
        for name in LISTS:
            getattr(self, name).extend(getattr(other, name))
        self.overflowing = overflowing

    def pad(self, length: int, index: int, token: str, left: bool, type_id: int = 0) -> None:
        """Fills up to `length` with the padding token; what was cut off too."""
        for each in self.overflowing:
            each.pad(length, index, token, left, type_id)
        missing = length - len(self)
        if missing <= 0:
            return
        values = (index, type_id, token, (0, 0), None, None, 1, 0)
        for name, value in zip(LISTS, values, strict=True):
            old = getattr(self, name)
            setattr(self, name, [value] * missing + old if left else old + [value] * missing)


def truncate_pair(
    first: Encoding, second: Encoding | None, length: int, strategy: str, stride: int, left: bool
) -> None:
    """Cuts one or two texts down to `length` tokens in all.

    Strategies: `longest_first` (both end up as long as they can be), `only_first`, `only_second`.

    Raises:
      ValueError: the text to be cut is too short for it, or there is no second one.
    """
    total = len(first) + (len(second) if second is not None else 0)
    if total <= length:
        return
    if length == 0:
        for each in (first, second):
            if each is not None:
                each.truncate(0, stride, left)
        return
    if strategy == "longest_first":
        if second is None:
            first.truncate(length, stride, left)
            return
        short, long = sorted((len(first), len(second)))
        long = short if short > length else max(short, length - short)
        if short + long > length:
            short = length // 2
            long = short + length % 2
        sizes = (long, short) if len(first) > len(second) else (short, long)
        first.truncate(sizes[0], stride, left)
        second.truncate(sizes[1], stride, left)
        return
    target = first if strategy == "only_first" else second
    if target is None:
        raise ValueError("truncation='only_second' needs a second text; give text_pair.")
    over = total - length
    if len(target) <= over:
        raise ValueError(
            f"truncation={strategy!r} would have to cut {over} tokens of a text that has {len(target)}; "
            "use 'longest_first' or a larger max_length."
        )
    target.truncate(len(target) - over, stride, left)
