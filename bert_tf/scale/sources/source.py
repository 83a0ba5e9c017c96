"""What every kind of file is read as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


class Piece(NamedTuple):
    """`rows` rows from number `start` on; `place`: where the file has them, in the source's own terms."""

    number: int
    start: int
    rows: int
    place: tuple[Any, ...]


@dataclass(frozen=True)
class Bad:
    """Rows `first` to `last`, counted from 0, that cannot be read or encoded; `where`: their line, counted from 1."""

    first: int
    last: int
    why: str
    where: str = ""

    def __str__(self) -> str:
        rows = f"row {self.first}" if self.first == self.last else f"rows {self.first} to {self.last}"
        return f"{rows}{self.where and f' ({self.where})'}: {self.why}"


class Read(NamedTuple):
    """A piece's record batch, with nulls for what could not be read, and what that was."""

    batch: Any
    bad: tuple[Bad, ...]


class Source(Protocol):
    """A file, or several. It is pickled to where its pieces are read."""

    @property
    def schema(self) -> Any:
        """pyarrow's schema of every piece."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All rows, in order."""

    def read(self, piece: Piece) -> Read:
        """One piece."""
