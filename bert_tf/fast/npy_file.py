"""A NumPy file that grows by rows and can be read at any moment."""

from __future__ import annotations

import io
from pathlib import Path
from types import TracebackType

import numpy as np

_ROOM = 128  # what a header may take, so that a longer count later fits in its place


class GrowingArray:
    """float32 [N,E] in a `.npy` file. A file that is there is not overwritten.

    Raises:
      FileExistsError: the file is there.
    """

    def __init__(self, path: str | Path) -> None:
        self.count = 0
        self._file = Path(path).open("xb")  # noqa: SIM115 - closed by `__exit__`

    def append(self, rows: np.ndarray) -> None:
        """Adds rows [n,E], and sees to it that the file has them."""
        self._file.seek(_ROOM + self.count * 4 * int(np.prod(rows.shape[1:])))
        self._file.write(np.ascontiguousarray(rows, "<f4").tobytes())
        self.count += len(rows)
        self._file.seek(0)
        self._file.write(_header((self.count, *rows.shape[1:])))
        self._file.flush()

    def __enter__(self) -> GrowingArray:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _header(shape: tuple[int, ...]) -> bytes:
    """NumPy's header of version 1.0, filled up to its room."""
    text = io.BytesIO()
    np.lib.format.write_array_header_1_0(text, {"descr": "<f4", "fortran_order": False, "shape": shape})
    found = text.getvalue()
    assert len(found) == _ROOM
    return found
