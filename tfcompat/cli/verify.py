"""`tfcompat verify OLD NEW`: are the numbers the same, and if not, where do they part?"""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "verify",
        help="compare what two scripts, or two recordings, fetched",
        description="OLD and NEW are recordings, or scripts that are run and recorded: one that imports "
        "tensorflow.compat.v1 as `python` runs it, another as `tfcompat run` does. Exit code 0: equal, 1: not equal, "
        "2: failure.",
    )
    parser.add_argument("old", metavar="OLD", type=Path)
    parser.add_argument("new", metavar="NEW", type=Path)
    parser.add_argument("--rtol", type=float, default=1e-4, help="relative tolerance, by default 1e-4")
    parser.add_argument("--atol", type=float, default=1e-6, help="absolute tolerance, by default 1e-6")
    parser.add_argument("--again", metavar="FILE", type=Path, help="a second recording of the old side")
    parser.add_argument("--repeat", action="store_true", help="run OLD twice: what it does not repeat does not count")
    parser.add_argument("--json", metavar="FILE", help="write the comparison as JSON")
    parser.add_argument("--html", metavar="FILE", help="write the comparison as one page")
    parser.add_argument("--rows", type=int, default=10, metavar="N", help="how many departures to print, by default 10")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0 for equal, 1 for not equal, 2 for a failure."""
    from tfcompat.verify import causes, page
    from tfcompat.verify.comparison import Tolerance, compare
    from tfcompat.verify.recording import NotARecording

    try:
        old, new = _recording(chosen.old), _recording(chosen.new)
        again = _recording(chosen.again or chosen.old) if chosen.again or chosen.repeat else None
        comparison = compare(old, new, Tolerance(chosen.rtol, chosen.atol), again)
        found = causes.suspects(old, new) if comparison.departing else ()
        if chosen.json:
            Path(chosen.json).write_text(_as_json(comparison, found), encoding="utf-8")
        if chosen.html:
            Path(chosen.html).write_text(page.page(comparison, found), encoding="utf-8")
    except (NotARecording, _Failed) as error:
        print(f"tfcompat verify: {error}", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"tfcompat verify: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    _print(comparison, found, chosen.rows)
    if not comparison.compared:
        print(
            "tfcompat verify: there is nothing to compare: neither side ran a graph or printed a number",
            file=sys.stderr,
        )
        return 2
    return int(bool(comparison.departing))


class _Failed(Exception):
    """A script that left no recording."""


def _recording(path: Path) -> Any:
    """A recording read, or made by running the script that the path names."""
    from tfcompat.verify import recording, running

    if recording.is_recording(path):
        return recording.read(path)
    plain = running.is_upgraded(path.read_text(encoding="utf-8", errors="replace"))
    made, errors = running.run_apart(path, plain, [])
    try:
        if not made.exists():
            raise _Failed(f"{path} could not be run: {(errors.strip().splitlines() or ['no reason given'])[-1]}")
        return recording.read(made)
    finally:
        running.forget(made)


def _print(comparison: Any, found: Any, count: int) -> None:
    departing, first = comparison.departing, comparison.first
    unsteady = sum(not row.repeatable for row in comparison.rows)
    note = f"; {unsteady} that the old side does not repeat were left out" if unsteady else ""
    if first is None:
        print(f"equal: {comparison.compared} values compared{note}")
        return
    print(f"not equal: {len(departing)} of {comparison.compared} values depart{note}")
    print(f"first: {first.kind} {first.name}{f' ({first.op})' if first.op else ''}, run {first.run}: {first.what}")
    for side, line in (("old", first.old_line), ("new", first.line)):
        if line:
            print(f"  {side} {line}")
    if found:
        print("likely causes:")
    for cause in found[:5]:
        print(f"  {cause.kind}: {cause.what}")
        for side, line in (("old", cause.old_line), ("new", cause.line)):
            if line:
                print(f"    {side} {line}")
    print(f"{'what':9}{'run':>6}  {'largest':>9}{'relative':>10}  name")
    for row in departing[:count]:
        print(f"{row.kind:9}{row.run:>6}  {row.largest:9.3g}{row.relative:10.3g}  {row.name}")
    if len(departing) > count:
        print(f"and {len(departing) - count} more")


def _as_json(comparison: Any, found: Any) -> str:
    def plain(value: Any) -> Any:
        if isinstance(value, float):
            return value if math.isfinite(value) else str(value)
        return vars(value) if hasattr(value, "__dataclass_fields__") else value

    rows = [{key: plain(value) for key, value in vars(row).items()} for row in comparison.rows]
    document = {
        "equal": not comparison.departing,
        "compared": comparison.compared,
        "departing": len(comparison.departing),
        "causes": [{key: plain(value) for key, value in vars(cause).items()} for cause in found],
        "rows": rows,
    }
    return json.dumps(document, indent=1) + "\n"
