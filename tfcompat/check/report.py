"""The values that a check answers with; all of them frozen."""

from __future__ import annotations

from typing import NamedTuple


class Diagnostic(NamedTuple):
    """One old idiom in a file. Lines and columns count from 1; `cell` is the notebook's cell from 1, or None.

    `how` is `automatic`, `care` (numbers may change, or must be decided) or `manual`; `replacement` is empty for what
    nothing stands for.
    """

    path: str
    cell: int | None
    line: int
    column: int
    end_line: int
    end_column: int
    rule: str
    name: str
    replacement: str
    how: str
    why: str


class Problem(NamedTuple):
    """A file, or a cell of a notebook, that could not be examined."""

    path: str
    cell: int | None
    line: int
    text: str


class Blocker(NamedTuple):
    """A name that keeps files from running on plain TensorFlow 2, and how many files use it."""

    name: str
    files: int
    uses: int
    how: str
    replacement: str


class Report(NamedTuple):
    """All of a check: what was found, what could not be read, how many files there are."""

    diagnostics: tuple[Diagnostic, ...]
    problems: tuple[Problem, ...]
    files: int

    @property
    def exit_code(self) -> int:
        """0 for nothing found, 1 for findings, 2 where something could not be examined."""
        return 2 if self.problems else int(bool(self.diagnostics))

    @property
    def clean_files(self) -> int:
        """How many files run as they are."""
        touched = {each.path for each in self.diagnostics} | {each.path for each in self.problems}
        return self.files - len(touched)

    def blockers(self) -> tuple[Blocker, ...]:
        """Names by how many files they keep from running: by hand before automatic ones, then the most files first."""
        uses: dict[str, list[Diagnostic]] = {}
        for each in self.diagnostics:
            uses.setdefault(each.name, []).append(each)
        rows = [
            Blocker(name, len({one.path for one in found}), len(found), found[0].how, found[0].replacement)
            for name, found in uses.items()
        ]
        return tuple(sorted(rows, key=lambda row: (row.how == "automatic", -row.files, -row.uses, row.name)))
