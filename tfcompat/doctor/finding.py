"""One line of the doctor's report."""

from __future__ import annotations

from typing import NamedTuple

OK, OPTIONAL, PROBLEM = "ok", "optional", "problem"


class Finding(NamedTuple):
    """`status`: ok, optional (absent, and some old code needs it) or problem; `fix`: a command, or nothing."""

    name: str
    version: str
    status: str
    meaning: str
    fix: str = ""
