"""`bert-tf COMMAND …`."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from typing import Any

from bert_tf import cli


def main(arguments: list[str] | None = None) -> None:
    """Runs one command and exits with its code: 0 done, 1 a check failed, 2 wrong arguments or unreadable files."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    parser = argparse.ArgumentParser(
        prog="bert-tf", description="BERT for Keras: exact to Hugging Face's PyTorch model, and open at every stage."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _commands():
        command.add_to(commands)
    chosen = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    try:
        code = chosen.call(chosen)
    except (OSError, ValueError, ModuleNotFoundError) as error:  # what was given does not fit, or a package lacks
        print(f"bert-tf {chosen.command}: {error}", file=sys.stderr)
        code = 2
    sys.exit(code)


def _commands() -> list[Any]:
    """Every module of this folder that adds a command, by name."""
    names = sorted(each.name for each in pkgutil.iter_modules(cli.__path__))
    found = [importlib.import_module(f"{cli.__name__}.{name}") for name in names if name != "main"]
    return [each for each in found if hasattr(each, "add_to")]
