"""`tfcompat COMMAND …`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys

from tfcompat import __version__

COMMANDS = ("run", "check", "upgrade", "record", "verify", "explain", "doctor")


def main(arguments: list[str] | None = None) -> None:
    """Runs one command and exits with its code; wrong arguments exit with 2."""
    parser = argparse.ArgumentParser(
        prog="tfcompat", description="TensorFlow 1 code, unmodified, on today's TensorFlow 2, with the same numbers."
    )
    parser.add_argument("--version", action="version", version=f"tfcompat {__version__}")
    commands = parser.add_subparsers(prog="tfcompat", dest="command", required=True, metavar="COMMAND")
    given = sys.argv[1:] if arguments is None else arguments
    for command in given[:1] if given[:1] and given[0] in COMMANDS else COMMANDS:  # one command loads its own modules
        importlib.import_module(f"tfcompat.cli.{command}").add_to(commands)
    chosen = parser.parse_args(given)
    try:
        code = chosen.call(chosen)
        sys.stdout.flush()
    except KeyboardInterrupt:
        if chosen.command in ("run", "record"):  # the program's own to answer
            raise
        print(f"tfcompat {chosen.command}: interrupted; every file is whole, old or new", file=sys.stderr)
        code = 130
    except BrokenPipeError:
        if chosen.command in ("run", "record"):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # `… | head` has read enough
        code = 141
    sys.exit(code)
