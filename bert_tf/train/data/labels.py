"""Labels by name or number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from bert_tf.train.data.rows import Row


def table(values: Iterable[Any], known: Mapping[int, str] | None = None) -> dict[int, str]:
    """Number -> label: those that are known, or all that occur, in order; numbers stay what they are.

    A file's numbers are whole, from 0, and none is left out up to the highest.
    """
    if known:
        return dict(known)
    found = {str(each) for each in values}
    if all(each.isdecimal() for each in found):
        return {number: f"LABEL_{number}" for number in range(max(map(int, found), default=0) + 1)}
    return dict(enumerate(sorted(found)))


def number(row: Row, value: Any, labels: Mapping[int, str]) -> int:
    """A label's number.

    Raises:
      BadRow: it is none of the labels.
    """
    by_name = {label: each for each, label in labels.items()}
    text = str(value).strip()
    if text in by_name:
        return by_name[text]
    if text.lstrip("-").isdecimal():
        if int(text) in labels:
            return int(text)
        raise row.bad(f"labels are from 0 to {len(labels) - 1}; received {text}.")
    raise row.bad(f"a label is one of {', '.join(labels.values()):.200}; received {text!r:.60}.")
