"""Python 2's `open`, `StringIO` and `print`: its strings were bytes, so every file took text and bytes alike."""

from __future__ import annotations

import builtins
import io
from typing import Any


class _TextFile(io.TextIOWrapper):
    """A file opened for text that takes bytes too, as `pickle.dump` and `f.write(line.encode('utf-8'))` give them."""

    def write(self, text: Any) -> int:
        if isinstance(text, str):
            return super().write(text)
        self.flush()
        self.buffer.write(text)
        return len(text)


class _BinaryFile(io.BufferedWriter):
    """A file opened for bytes that takes text too, as `csv.writer` and `f.write('a')` give it."""

    def write(self, data: Any) -> int:
        return super().write(data.encode("utf-8") if isinstance(data, str) else data)


class StringIO:
    """A file in memory: of text, as `io.StringIO`, until bytes are written to it or it begins with some."""

    def __init__(self, initial: Any = "") -> None:
        self._file: Any = io.BytesIO(initial) if isinstance(initial, bytes) else io.StringIO(initial)

    def write(self, data: Any) -> int:
        holds_text = isinstance(self._file, io.StringIO)
        if not isinstance(data, str) and holds_text:
            before, content = self._file.tell(), self._file.getvalue()
            self._file = io.BytesIO(content.encode("utf-8"))
            self._file.seek(len(content[:before].encode("utf-8")))
        elif isinstance(data, str) and not holds_text:
            data = data.encode("utf-8")
        return int(self._file.write(data))

    def writelines(self, lines: Any) -> None:
        for each in lines:
            self.write(each)

    def __getattr__(self, name: str) -> Any:
        if name == "_file":
            raise AttributeError(name)
        return getattr(self._file, name)

    def __iter__(self) -> Any:
        return iter(self._file)

    def __next__(self) -> Any:
        return next(self._file)

    def __enter__(self) -> StringIO:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


def open(file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
    """A file; one that is opened by its path to be written takes text and bytes."""
    plain = not args and not kwargs and isinstance(file, str)
    if not plain or not mode or mode[0] not in "wa" or "+" in mode:
        return builtins.open(file, mode, *args, **kwargs)
    raw = io.FileIO(file, mode[0])
    if "b" in mode:
        return _BinaryFile(raw)
    return _TextFile(io.BufferedWriter(raw), encoding="utf-8", errors="surrogateescape", newline="")


def print(*values: Any, **options: Any) -> None:
    """`print` of a Python 2 program: bytes are shown as the text that they are."""
    builtins.print(*map(_text, values), **options)


def _text(value: Any) -> Any:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
