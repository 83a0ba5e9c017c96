"""`tfcompat doctor`: what is installed, what will work, and the command that mends what will not."""

from __future__ import annotations

import argparse
import json
from typing import Any

from tfcompat.doctor.examine import examine
from tfcompat.doctor.finding import OK, OPTIONAL, PROBLEM

_SIGNS = {OK: "ok", OPTIONAL: "--", PROBLEM: "!!"}


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "doctor",
        help="what is installed, what will work, what mends the rest",
        description="Looks at Python, TensorFlow, Keras and what old code needs besides, without importing any of it.",
    )
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0 if TensorFlow 1 code runs here, 1 if something stops it."""
    found = examine()
    if chosen.json:
        print(json.dumps([each._asdict() for each in found], indent=1))
    else:
        width = max(len(f"{each.name} {each.version}") for each in found)
        for each in found:
            print(f"{_SIGNS[each.status]}  {f'{each.name} {each.version}'.strip():{width}}  {each.meaning}")
            if each.fix:
                print(f"    {'':{width}}{each.fix}")
    return int(any(each.status == PROBLEM for each in found))
