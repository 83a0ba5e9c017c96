"""Files replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def folder(path: Path) -> Iterator[Path]:
    """A new folder to write into; what was written takes its place at `path` when the block ends without an error.

    A folder that exists keeps its other files; each file is replaced whole.

    Raises:
      FileExistsError: `path` is a file.
    """
    if path.exists() and not path.is_dir():
        raise FileExistsError(f"{path} is a file; a folder is to be written there.")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    try:
        yield temporary
        path.mkdir(exist_ok=True)
        for each in sorted(temporary.rglob("*")):
            target = path / each.relative_to(temporary)
            if each.is_dir():
                target.mkdir(exist_ok=True)
            else:
                os.replace(each, target)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


@contextlib.contextmanager
def file(path: Path) -> Iterator[Path]:
    """The same for one file; the temporary one has the same ending."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.stem}.part{path.suffix}")
    try:
        yield temporary
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
