"""`tfcompat record SCRIPT -o FILE`: what a script fetches, prints and writes."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from typing import Any


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "record",
        help="run a script and keep every value that it fetches",
        description="Runs a script as `tfcompat run` does, or with --plain as `python` does, and keeps every fetched "
        "value. Where TensorFlow 1 still is, the recorder runs alone: tfcompat record --recorder recorder.py writes "
        "it, python recorder.py -o FILE SCRIPT uses it.",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="the recording; gzipped if its name ends in .gz")
    parser.add_argument("--plain", action="store_true", help="run the script as `python` would")
    parser.add_argument("--recorder", metavar="FILE", help="write the recorder itself to a file and stop")
    parser.add_argument("script", nargs="?", metavar="SCRIPT")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGS")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, or 2 for what cannot be recorded; the script's own exceptions and exits pass through."""
    from tfcompat.hook.script import CannotRun
    from tfcompat.verify import running

    try:
        if chosen.recorder:
            shutil.copyfile(running.RECORDER, chosen.recorder)
            return 0
        if not chosen.script or not chosen.output:
            raise CannotRun("a SCRIPT and -o FILE are needed.")
        if not os.path.isfile(chosen.script):
            raise CannotRun(f"no such file: {chosen.script}")
        running.run_here(chosen.script, chosen.arguments, chosen.output, chosen.plain)
    except CannotRun as error:
        print(f"tfcompat record: {error}", file=sys.stderr)
        return 2
    return 0
