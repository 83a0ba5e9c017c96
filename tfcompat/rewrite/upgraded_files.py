"""Files of a project as they are after the rewrite: bytes and a diff, nothing written yet."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tfcompat.rewrite import engine
from tfcompat.rewrite.finding import Finding
from tfcompat.rewrite.project import Project
from tfcompat.rewrite.source_unit import Part, Trouble, Unit
from tfcompat.source import magics, python_file
from tfcompat.source.edits import Edit

Leaver = Callable[[Unit], Callable[[Finding], bool]]


class UpgradedFile(NamedTuple):
    """`new` is `old` where nothing changes; `diff` shows the change, for a notebook cell by cell."""

    path: Path
    old: bytes
    new: bytes
    diff: str
    findings: tuple[Finding, ...]
    troubles: tuple[Trouble, ...]
    unit: Unit


def upgraded_files(project: Project, leaver: Leaver) -> Iterator[UpgradedFile]:
    """Every file of a project that is TensorFlow 1's, one by one."""
    for unit in project.tf1():
        yield _upgraded(unit, leaver)


def _upgraded(unit: Unit, leaver: Leaver) -> UpgradedFile:
    assert unit.module is not None
    path = unit.path
    found = engine.findings(unit.module, leaver(unit))
    made = engine.changes(unit.module, found)
    troubles: list[Trouble] = []
    sources: dict[int, str] = {}
    diff: list[str] = []
    new = unit.data
    for part in unit.parts:
        try:
            text = _source(unit, part, made)
        except engine.Spoiled as error:
            troubles.append(Trouble(path, str(error), part.number))
            continue
        if text != part.original:
            sources[part.number or 0] = text
            diff += _diff(path, part, text)
    try:
        if unit.notebook is not None:
            new = unit.notebook.with_sources(sources)
        elif unit.file is not None and sources:
            new = unit.file.encoded(sources[0], python_file.line_ends(unit.data))
    except UnicodeEncodeError as error:
        troubles.append(Trouble(path, f"the rewrite cannot be written in the file's encoding: {error}"))
        diff = []
    return UpgradedFile(path, unit.data, new, "".join(diff), tuple(found), tuple(troubles), unit)


def _source(unit: Unit, part: Part, made: list[Edit]) -> str:
    """The text of a part after the edits that lie in it."""
    mine = [
        Edit(each.start - part.start, min(each.end, part.end) - part.start, each.text)
        for each in made
        if part.start <= each.start <= part.end and unit.part_at(each.start) is part
    ]
    new = engine.applied(part.python3.text, mine) if mine else part.python3.text
    assert unit.module is not None
    new = magics.put_back(new, unit.module.ipython_lines)
    if part.indent:
        new = "\n".join(part.indent + line if line.strip() else line for line in new.split("\n"))
    return part.original if not mine and not part.python3.python2 else part.head + new


def _diff(path: Path, part: Part, new: str) -> list[str]:
    where = f"{path} (cell {part.number})" if part.number is not None else str(path)
    old_lines = part.original.splitlines(keepends=True)
    lines = difflib.unified_diff(old_lines, new.splitlines(keepends=True), f"a/{where}", f"b/{where}")
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
