"""`tfcompat upgrade PATH…`: the rewrite as a diff, into the files, or into another folder."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from typing import Any

from tfcompat.check import diagnose, files, left_out, settings
from tfcompat.check.formats.text import place
from tfcompat.check.left_out import UnknownRule
from tfcompat.check.report import Diagnostic
from tfcompat.cli.check import add_choice_to
from tfcompat.hook.configuration import BadConfiguration
from tfcompat.rewrite import fixers, writing
from tfcompat.rewrite.finding import AUTOMATIC
from tfcompat.rewrite.module import Settings
from tfcompat.rewrite.project import Project
from tfcompat.rewrite.source_unit import Trouble
from tfcompat.rewrite.upgraded_files import UpgradedFile, upgraded_files


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "upgrade",
        help="rewrite TensorFlow 1 code for plain TensorFlow 2",
        description="Rewrites files, notebooks and folders so that plain `python` runs them on TensorFlow 2.16 to "
        "2.21, in graph mode. Shows a diff unless told to write. Exit code 0: nothing (more) to do, 1: something is "
        "left to do by hand, or the diff is not empty, 2: failure.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--diff", action="store_true", help="print what would change; the default")
    where.add_argument("--write", action="store_true", help="change the files")
    where.add_argument("--out", metavar="DIR", help="write a changed copy of the files and folders there")
    parser.add_argument("--to", choices=("compat",), default="compat", help="stay on tensorflow.compat.v1")
    parser.add_argument("--backup", metavar="SUFFIX", default="", help="with --write, keep each old file beside it")
    parser.add_argument("--keep-tf1", action="store_true", help="the result still runs on TensorFlow 1.15 where it can")
    parser.add_argument("--same-seeds", action="store_true", help="random numbers stay those of TensorFlow 1.15")
    parser.add_argument("--vendor", action="store_true", help="put what is needed of tfcompat beside the project")
    parser.add_argument("--quiet", "-q", action="store_true", help="do not list what is left to do")
    add_choice_to(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, 1 where something is left to do or the diff is not empty, or 2 for a failure."""
    gc.set_threshold(400_000)  # as in `check`
    try:
        rows = settings.of(chosen)
        known = fixers.rules()
        select, ignore = left_out.checked(rows["select"], known), left_out.checked(rows["ignore"], known)
        found = list(files.find(chosen.paths, rows["exclude"]))
        if chosen.out:
            _copy(chosen.paths, Path(chosen.out))
    except (FileNotFoundError, UnknownRule, BadConfiguration) as error:
        print(f"tfcompat upgrade: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"tfcompat upgrade: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    project = Project(found, Settings(chosen.keep_tf1, chosen.same_seeds))
    changed, left, failed = 0, 0, 0
    sources: list[bytes] = []  # of what changed, where copying tfcompat asks for them
    for each in upgraded_files(project, lambda unit: diagnose.leaver(unit, select, ignore)):
        failed += _report(each.troubles)
        left += _left(each, chosen.quiet)
        if each.new == each.old:
            continue
        if not (chosen.write or chosen.out):
            sys.stdout.write(each.diff)
        elif not _write(each, chosen):
            failed += 1
            continue
        changed += 1
        sources += [each.new] if chosen.vendor else []
    failed += _report(tuple(project.troubles))
    if sources and (chosen.write or chosen.out):
        failed += _vendor(chosen, sources)
    verb = "changed" if chosen.write or chosen.out else "would change"
    count = "1 file" if project.count == 1 else f"{project.count} files"
    print(f"{count} read, {changed} {verb}, {left} findings left to do by hand", file=sys.stderr)
    return 2 if failed else int(bool(left or (changed and not (chosen.write or chosen.out))))


def _left(each: UpgradedFile, quiet: bool) -> int:
    """Says what is not done by itself; returns how many of these there are."""
    open_ones = [one for one in each.findings if one.how != AUTOMATIC]
    for one in diagnose.diagnostics(each.unit, open_ones) if not quiet else ():
        print(_sentence(one), file=sys.stderr)
    return len(open_ones)


def _sentence(one: Diagnostic) -> str:
    arrow = f" -> {one.replacement}" if one.replacement else ""
    return f"{place(one)}: {one.rule} [{'care' if one.how == 'care' else 'by hand'}]: {one.name}{arrow}: {one.why}"


def _report(troubles: tuple[Trouble, ...]) -> int:
    for each in troubles:
        cell = f", cell {each.cell}" if each.cell is not None else ""
        line = f", line {each.line}" if each.line else ""
        print(f"tfcompat upgrade: {each.path}{cell}{line}: {each.text}", file=sys.stderr)
    return len(troubles)


def _write(each: UpgradedFile, chosen: argparse.Namespace) -> bool:
    """Whether the file is written."""
    path = each.path if not chosen.out else _in_out(each.path, chosen)
    try:
        writing.replace(path, each.new, chosen.backup if chosen.write else "", durable=chosen.write)
    except OSError as error:
        print(f"tfcompat upgrade: {path}: not written: {error.strerror}", file=sys.stderr)
        return False
    return True


def _copy(paths: list[str], out: Path) -> None:
    for given in paths:
        path = Path(given)
        if path.is_dir():
            writing.copy_tree(path, out)
        else:
            out.mkdir(parents=True, exist_ok=True)
            writing.replace(out / path.name, path.read_bytes())


def _in_out(path: Path, chosen: argparse.Namespace) -> Path:
    out = Path(chosen.out)
    for given in chosen.paths:
        if Path(given).is_dir() and path.is_relative_to(given):
            return out / path.relative_to(given)
    return out / path.name


def _vendor(chosen: argparse.Namespace, sources: list[bytes]) -> int:
    from tfcompat.rewrite import vendoring

    first = Path(chosen.paths[0])
    folder = Path(chosen.out) if chosen.out else first if first.is_dir() else first.parent
    try:
        names = vendoring.vendor(sources, folder)
    except OSError as error:
        print(f"tfcompat upgrade: {error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    if names:
        print(f"{len(names)} files of tfcompat are now in {folder}{os.sep}tfcompat", file=sys.stderr)
    return 0
