"""`tfcompat run PATH [ARGS…]`, a script or a notebook, and `tfcompat run -m MODULE [ARGS…]`."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from tfcompat.backend import versions
from tfcompat.hook import configuration, notebook, script


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "run",
        help="run an unmodified TensorFlow 1 script, notebook or module",
        description="Runs a script, or with -m a module, as `python` would, or the cells of a notebook: same sys.argv, "
        "__main__, standard input, signals and exit code. It and the modules of its project see TensorFlow 1; "
        "installed libraries keep TensorFlow 2.",
        usage="tfcompat run [--tf1 PACKAGE] [--tf2 PACKAGE] [--output FILE] [--keep-going] (PATH | -m MODULE) [ARGS …]",
    )
    parser.add_argument("-m", dest="module", action="store_true", help="run a module instead of a path")
    parser.add_argument(
        "--tf1", action="append", default=[], metavar="PACKAGE", help="an installed package written for TensorFlow 1"
    )
    parser.add_argument(
        "--tf2",
        action="append",
        default=[],
        metavar="PACKAGE",
        help="a package of the project that expects TensorFlow 2",
    )
    parser.add_argument("--output", metavar="FILE", help="where to write the executed copy of a notebook")
    parser.add_argument("--keep-going", action="store_true", help="run a notebook's other cells after one that raised")
    parser.add_argument("target", metavar="PATH | MODULE")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, metavar="ARGS", help="handed to the script untouched")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, or 2 for what cannot be run; the script's own exceptions and exits pass through."""
    problem = _tensorflow_problem()
    if problem is None:
        configuration.name(tf1=chosen.tf1, tf2=chosen.tf2)
        try:
            return _run(chosen)
        except (script.CannotRun, configuration.BadConfiguration) as error:
            problem = str(error)
    print(f"tfcompat run: {problem}", file=sys.stderr)
    return 2


def _run(chosen: argparse.Namespace) -> int:
    if not chosen.module and chosen.target.endswith(".ipynb"):
        return notebook.run_notebook(chosen.target, chosen.arguments, chosen.output, chosen.keep_going)
    if chosen.output or chosen.keep_going:
        raise script.CannotRun("--output and --keep-going are for notebooks; a script prints as it runs.")
    (script.run_module if chosen.module else script.run_path)(chosen.target, chosen.arguments)
    return 0


def _tensorflow_problem() -> str | None:
    version = versions.installed("tensorflow")
    if version is None:
        return f"TensorFlow is not installed for {sys.executable}; {versions.how_to_install()}"
    return versions.unsupported(version)
