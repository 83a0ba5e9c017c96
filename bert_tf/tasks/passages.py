"""A file's texts."""

from __future__ import annotations

import re
from pathlib import Path


def lines(path: str | Path) -> list[str]:
    """Its lines, without empty ones.

    Raises:
      FileNotFoundError: there is no such file.
      ValueError: it is not UTF-8, or empty.
    """
    return _full(path, _read(path).splitlines())


def paragraphs(path: str | Path) -> list[str]:
    """What stands between empty lines. Raises as `lines` does."""
    return _full(path, [" ".join(each.split()) for each in re.split(r"\n\s*\n", _read(path))])


def _read(path: str | Path) -> str:
    if not Path(path).is_file():
        raise FileNotFoundError(f"no file {path}.")
    try:
        return Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} is not UTF-8: {error}.") from None


def _full(path: str | Path, texts: list[str]) -> list[str]:
    found = [text.strip() for text in texts if text.strip()]
    if not found:
        raise ValueError(f"{path} has no text in it.")
    return found
