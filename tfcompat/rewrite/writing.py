"""Writes files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path


def replace(path: Path, data: bytes, backup: str = "", durable: bool = True) -> None:
    """Puts new bytes in a file's place in one step; with `backup`, a suffix, the old file is kept beside it.

    A link stays a link; the file that it names is replaced. Permissions stay. `durable` waits until the disk has the
    bytes, so that a loss of power leaves the old file or the new one; a copy, of which the old file is still there, can
    do without.

    Raises:
      OSError: the folder cannot be written, or the disk is full; the file is as it was.
    """
    target = Path(os.path.realpath(path))
    if backup:
        old = Path(f"{target}{backup}")
        replace(old, target.read_bytes())
        shutil.copystat(target, old)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")  # known before it is there, to be taken away
    try:
        with open(temporary, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, temporary)
        else:
            os.chmod(temporary, 0o644)
        os.replace(temporary, target)
    except BaseException:  # an interrupt too leaves no half of a file behind
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def copy_tree(folder: Path, target: Path) -> None:
    """Copies a folder without version control, caches and environments, and without following links to folders.

    Raises:
      OSError: something cannot be read or written.
    """

    def left_out(where: str, names: list[str]) -> set[str]:
        inside = Path(os.path.realpath(target))
        out = {name for name in names if name in (".git", ".hg", ".svn", "__pycache__")}
        out |= {name for name in names if (Path(where) / name / "pyvenv.cfg").exists()}
        return out | {name for name in names if Path(os.path.realpath(Path(where) / name)) == inside}

    shutil.copytree(folder, target, symlinks=True, ignore=left_out, dirs_exist_ok=True)
