"""Which rules and files count: what the command line says, then what the project's `tfcompat` section says."""

from __future__ import annotations

import argparse

from tfcompat.hook import configuration

KEYS = ("select", "ignore", "exclude")


def of(chosen: argparse.Namespace) -> dict[str, tuple[str, ...]]:
    """`select`, `ignore` and `exclude` as `check_paths` takes them; a flag stands before the section's row.

    Raises:
      BadConfiguration: the section cannot be read.
    """
    rows = configuration.checks()
    given = {key: tuple(name for each in getattr(chosen, key) for name in each.split(",") if name) for key in KEYS}
    return {key: given[key] or rows[key] for key in KEYS}
