"""What a view refuses, before anything is written; each text says what was expected and what was received."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

MOST_TOKENS = 512
ROUNDING = 0.02  # of a row's sum, in half precision


def text(name: str, value: Any) -> str:
    """Raises ValueError unless it is a string with something in it."""
    if not isinstance(value, str):
        raise ValueError(f"{name} is a string; received {type(value).__name__}.")
    if not value.strip():
        raise ValueError(f"{name} is a text with at least one word; received an empty one.")
    return value


def tokens(name: str, values: Any) -> list[str]:
    """From 2 to 512 strings.

    Raises:
      ValueError: they are not.
    """
    if values is None:
        raise ValueError(f"{name} are needed: the strings that belong to the rows of the attention.")
    if isinstance(values, str):
        raise ValueError(f"{name} is a list of strings; received one string, {values[:40]!r}.")
    found = list(values)
    for place, token in enumerate(found):
        if not isinstance(token, str):
            raise ValueError(f"{name} are strings; received {type(token).__name__} at {place}.")
    if len(found) < 2:
        raise ValueError(f"a view shows at least two tokens; received {len(found)}.")
    if len(found) > MOST_TOKENS:
        raise ValueError(f"a view shows at most {MOST_TOKENS} tokens; received {len(found)}: cut the text.")
    return found


def attention(name: str, array: np.ndarray, queries: Sequence[str], keys: Sequence[str]) -> None:
    """[N,Tq,Tk] of probabilities that belongs to these tokens.

    Raises:
      ValueError: a size, a value or a row's sum does not fit.
    """
    if array.shape[1:] != (len(queries), len(keys)):
        received = "×".join(map(str, array.shape[1:]))
        raise ValueError(f"{name} has {received} numbers a head; the tokens are {len(queries)} and {len(keys)}.")
    place = _first(~np.isfinite(array))
    if place is not None:
        raise ValueError(f"{name} is of finite numbers; received {array[place]} in head {place[0]}, row {place[1]}.")
    place = _first((array < 0) | (array > 1 + ROUNDING))
    if place is not None:
        raise ValueError(
            f"{name} is of probabilities, after the softmax; received {array[place]:g} in head {place[0]}, "
            f"row {place[1]}."
        )
    sums = array.sum(axis=-1)
    place = _first(np.abs(sums - 1) > ROUNDING)
    if place is not None:
        raise ValueError(
            f"each row of {name} sums to 1; received {sums[place]:.4f} in head {place[0]}, row {place[1]}: "
            "is dropout on, or were heads masked?"
        )


def chosen(kind: str, wanted: Iterable[int] | int | None, known: Sequence[int]) -> list[int]:
    """The layers or heads that were asked for, or all for None.

    Raises:
      ValueError: one does not exist, or none was named.
    """
    if wanted is None:
        return list(known)
    asked = [wanted] if isinstance(wanted, (int, np.integer)) else list(wanted)
    missing = [each for each in asked if each not in known]
    if missing or not asked:
        received = ", ".join(map(str, missing)) or "none"
        raise ValueError(f"the {kind}s are {ranges(known)}; received {received}.")
    return [each for each in known if each in asked]


def ranges(numbers: Sequence[int]) -> str:
    """`0 to 11`, or each number where some are missing."""
    if len(numbers) > 2 and list(numbers) == list(range(numbers[0], numbers[-1] + 1)):
        return f"{numbers[0]} to {numbers[-1]}"
    return ", ".join(map(str, numbers))


def _first(wrong: np.ndarray) -> tuple[int, ...] | None:
    return tuple(map(int, np.argwhere(wrong)[0])) if wrong.any() else None
