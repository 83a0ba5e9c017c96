"""`check_paths`: files and folders in, a report out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from tfcompat.check import diagnose, files, left_out
from tfcompat.check.report import Diagnostic, Problem, Report
from tfcompat.rewrite import engine, fixers
from tfcompat.rewrite.project import Project

Found = tuple[list[Diagnostic], list[Problem]]


def check_paths(
    paths: Iterable[str | Path],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    exclude: Collection[str] = (),
    jobs: int = 1,
    stdin: bytes | None = None,
) -> Report:
    """Every old idiom in the files and in the Python files and notebooks below the folders.

    Args:
      paths: files and folders; modules that import each other are seen together.
      select: the rules to look for; all if empty.
      ignore: rules to leave out.
      exclude: patterns of file names or paths to leave out.
      jobs: how many processes share the work.
      stdin: the bytes of a file named `-` among the paths.

    Raises:
      FileNotFoundError: a path does not exist.
      UnknownRule: `select` or `ignore` names a rule that there is none of.
    """
    known = fixers.rules()
    chosen = left_out.checked(select, known), left_out.checked(ignore, known)
    given = list(paths)
    data = {Path("-"): stdin} if stdin is not None else {}
    found = list(files.find((each for each in given if str(each) != "-"), exclude))
    found += list(data)
    project = Project(found, data=data)
    answers = _shared(project, chosen, jobs) if jobs > 1 and not data else [_examine(project, *chosen)]
    diagnostics = tuple(sorted((one for each, _ in answers for one in each), key=_order))
    problems = tuple(sorted((one for _, each in answers for one in each), key=lambda one: (one.path, one.cell or 0)))
    return Report(diagnostics, problems, len(found))


def _order(each: Diagnostic) -> tuple[str, int, int, int, str]:
    return each.path, each.cell or 0, each.line, each.column, each.rule


def _examine(project: Project, select: frozenset[str], ignore: frozenset[str]) -> Found:
    diagnostics: list[Diagnostic] = []
    for unit in project.tf1():
        assert unit.module is not None
        found = engine.findings(unit.module, diagnose.leaver(unit, select, ignore))
        diagnostics += diagnose.diagnostics(unit, found)
    problems = [Problem(str(each.path), each.cell, each.line, each.text) for each in project.troubles]
    return diagnostics, problems


def _shared(project: Project, chosen: tuple[frozenset[str], frozenset[str]], jobs: int) -> list[Found]:
    """The work divided among processes; files that import each other stay together."""
    from concurrent.futures import ProcessPoolExecutor  # dear to load, and of use here alone

    groups: list[list[Path]] = [[] for _ in range(jobs)]
    for component in sorted(project.components(), key=len, reverse=True):
        min(groups, key=len).extend(component)
    with ProcessPoolExecutor(jobs) as pool:
        waiting = [pool.submit(_examine_paths, group, *chosen) for group in groups if group]
        return [each.result() for each in waiting]


def _examine_paths(paths: list[Path], select: frozenset[str], ignore: frozenset[str]) -> Found:
    return _examine(Project(paths), select, ignore)
