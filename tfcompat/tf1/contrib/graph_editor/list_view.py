"""A list that can be read only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class ListView:
    """Reads a list through; `+` gives a new list.

    Raises:
      TypeError: it is not made of a list.
    """

    def __init__(self, list_: list[Any]) -> None:
        if not isinstance(list_, list):
            raise TypeError(f"Expected a list, got: {type(list_)}.")
        self._list = list_

    def __iter__(self) -> Iterator[Any]:
        return iter(self._list)

    def __len__(self) -> int:
        return len(self._list)

    def __bool__(self) -> bool:
        return bool(self._list)

    def __getitem__(self, i: Any) -> Any:
        return self._list[i]

    def __add__(self, other: Any) -> list[Any]:
        return [*self, *other]
