"""`tfcompat check PATH…`: every old idiom, what it becomes, and why."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path
from typing import Any

from tfcompat.check import formats, settings
from tfcompat.check.check_paths import check_paths
from tfcompat.check.left_out import UnknownRule
from tfcompat.hook.configuration import BadConfiguration
from tfcompat.rewrite import fixers


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "check",
        help="every TensorFlow 1 idiom in files, notebooks and folders",
        description="Reads files, notebooks and folders (`-` for standard input) and says what in them is TensorFlow "
        "1's, what it becomes, and why. Imports no TensorFlow. Exit code 0: nothing found, 1: findings, 2: failure.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; `-` reads standard input")
    parser.add_argument("--format", choices=tuple(formats.RENDER), default="text", help="by default text")
    parser.add_argument("--output", metavar="FILE", help="where to write the report; by default standard output")
    add_choice_to(parser)
    parser.add_argument("--jobs", "-j", type=int, default=1, metavar="N", help="how many processes share the work")
    parser.add_argument("--list-rules", action="store_true", help="print every rule and exit")
    parser.set_defaults(call=call)


def add_choice_to(parser: argparse.ArgumentParser) -> None:
    """The flags that `check` and `upgrade` share."""
    for flag, help in (
        ("select", "rules to look for, separated by commas; by default all"),
        ("ignore", "rules to leave out"),
        ("exclude", "patterns of file names or paths to leave out"),
    ):
        parser.add_argument(f"--{flag}", action="append", default=[], metavar="NAMES", help=help)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0 for nothing found, 1 for findings, 2 for what cannot be examined."""
    if chosen.list_rules:
        for rule in fixers.rules().values():
            print(f"{rule.id:18} {rule.title}")
        return 0
    gc.set_threshold(400_000)  # trees of syntax go by themselves; looking through them takes a third of the time
    try:
        report = check_paths(
            chosen.paths or ["."],
            **settings.of(chosen),
            jobs=max(chosen.jobs, 1),
            stdin=sys.stdin.buffer.read() if "-" in chosen.paths else None,
        )
        text = formats.RENDER[chosen.format](report)
        if chosen.output:
            Path(chosen.output).write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(text)
        gc.freeze()  # the process ends here: nothing that is left need be looked through
    except (FileNotFoundError, UnknownRule, BadConfiguration) as error:
        print(f"tfcompat check: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"tfcompat check: {error.filename or chosen.output}: {error.strerror}", file=sys.stderr)
        return 2
    return report.exit_code
