"""A file that is read a second time, from where the first reading began."""

from __future__ import annotations

from typing import Any


def place(file: Any) -> int | None:
    """Where an open file is read next; None for a path, and for what cannot tell (a pipe, a socket)."""
    try:
        found = file.tell()
    except (AttributeError, OSError, ValueError):
        return None
    return found if isinstance(found, int) else None


def back(file: Any, to: int | None) -> bool:
    """Whether `file` can be read again: a path always, an open file if it goes back to `to`."""
    if not hasattr(file, "read"):
        return True
    try:
        file.seek(to)
    except (AttributeError, OSError, TypeError, ValueError):
        return False
    return True


def called(file: Any) -> str:
    """The name of a file, or of the file that is open, for a remark."""
    name = getattr(file, "name", file if not hasattr(file, "read") else None)
    return str(name) if name is not None else "a file without a name"
