"""One file of a project as it is examined: a script or module, or all Python cells of a notebook as one text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tfcompat.rewrite.module import Module, Translation
from tfcompat.rewrite.reading import Python3, Unreadable, read
from tfcompat.source import python_file

if TYPE_CHECKING:
    from tfcompat.source import notebook_file

# Cell magics whose body is Python of this kernel.
PYTHON_BODIES = frozenset("capture memit mprun prun time timeit".split())


class Part(NamedTuple):
    """A cell, or all of a script: its text in the file, what was read, and where that starts in the unit's text."""

    original: str
    python3: Python3
    start: int
    number: int | None = None  # of the cell, from 1
    head: str = ""  # a cell magic's line
    indent: str = ""  # of all the cell, which IPython takes away

    @property
    def end(self) -> int:
        return self.start + len(self.python3.text)


class Trouble(NamedTuple):
    """What could not be read: a file, or one cell of a notebook."""

    path: Path
    text: str
    cell: int | None = None
    line: int = 0


class Unit:
    """A file's parts, and `text`, all of them together.

    Raises:
      OSError: it cannot be read.
      Unreadable: it is no Python, or no notebook.
    """

    def __init__(
        self,
        path: Path,
        data: bytes | None = None,
        in_package: bool = False,
        reader: Callable[[str, str, bool], Python3] = read,
    ) -> None:
        self.path = path
        self._reader = reader
        self.data = path.read_bytes() if data is None else data
        self.parts: list[Part] = []
        self.troubles: list[Trouble] = []
        self.notebook: notebook_file.Notebook | None = None
        self.file: python_file.SourceFile | None = None
        self._lines: dict[str, str] = {}
        if path.suffix == ".ipynb":
            self._read_notebook()
        else:
            self._read_script(in_package)
        self.text = "".join(part.python3.text + "\n" for part in self.parts) if self.notebook else self._only().text
        self.module: Module | None = None

    def attach(self, module: Module) -> None:
        """Takes the module that was made of `text`, and gives it what only the parts know."""
        self.module = module
        module.ipython_lines = self._lines
        for part in self.parts:
            if part.python3.python2:
                body = part.original[len(part.head) :]
                module.translations.append(Translation(part.start, body, part.python3.text, part.python3.unknown))

    def part_at(self, offset: int) -> Part:
        """The part that a place in `text` belongs to."""
        if len(self.parts) == 1:
            return self.parts[0]
        return next((part for part in reversed(self.parts) if part.start <= offset), self.parts[0])

    def _only(self) -> Python3:
        return self.parts[0].python3

    def _read_script(self, in_package: bool) -> None:
        if b"\0" in self.data:
            raise Unreadable("a binary file; Python source was expected")
        try:
            self.file = python_file.read(self.data)
        except (SyntaxError, UnicodeDecodeError) as error:
            raise Unreadable(f"cannot be decoded: {error}") from None
        self.parts.append(Part(self.file.text, self._reader(self.file.text, str(self.path), in_package), 0))

    def _read_notebook(self) -> None:
        from tfcompat.source import magics, notebook_file

        try:
            self.notebook = notebook_file.read(self.data)
        except notebook_file.NotANotebook as error:
            raise Unreadable(str(error)) from None
        start = 0
        for cell in self.notebook.cells:
            head, body = magics.split_cell_magic(cell.source)
            if head and (head[2:].split() or [""])[0] not in PYTHON_BODIES:
                continue
            indent, body = magics.dedent(body)
            hidden = magics.hide(body)
            text = hidden.text
            for number, (name, line) in enumerate(hidden.lines.items()):
                unique = f"__ipython_{cell.number}_{number}__"
                text = text.replace(name, unique)
                self._lines[unique] = line
            try:
                python3 = self._reader(text, f"cell {cell.number}", False)
            except Unreadable as error:
                self.troubles.append(Trouble(self.path, str(error), cell.number, error.line))
                continue
            self.parts.append(Part(cell.source, python3, start, cell.number, head, indent))
            start += len(python3.text) + 1
