"""Which packages see which TensorFlow, as the user's project and environment say it.

    # pyproject.toml                          # setup.cfg
    [tool.tfcompat]                           [tfcompat]
    tf1 = ["old_library"]                     tf1 = old_library
    tf2 = ["new_code"]                        tf2 = new_code

The nearest file with such a section counts, from the working folder up; the variables `TFCOMPAT_TF1` and
`TFCOMPAT_TF2` (names separated by commas) are added and go before it. The command line's flags become these variables,
so that the kernel of a notebook and child processes know them too.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

KEYS = ("tf1", "tf2")
# Rows of the same section that `check` and `upgrade` read: rules and patterns of files.
CHECK_KEYS = ("select", "ignore", "exclude")
_VARIABLES = {"tf1": "TFCOMPAT_TF1", "tf2": "TFCOMPAT_TF2"}


class BadConfiguration(ValueError):
    """A `tfcompat` section that cannot be read; the text names the file and what was expected."""


def packages(start: Path | None = None) -> dict[str, tuple[str, ...]]:
    """`tf1` and `tf2` -> top-level package names.

    Raises:
      BadConfiguration: an unknown key, or a value that is no list of names.
    """
    files = _of_files(start or Path.cwd())
    variables = {key: _names(os.environ.get(_VARIABLES[key], "")) for key in KEYS}
    said = {name for names in variables.values() for name in names}
    return {key: (*variables[key], *(name for name in files[key] if name not in said)) for key in KEYS}


def name(**named: list[str]) -> None:
    """Adds packages to the variables, for this process and its children; a name moves if it was on the other side."""
    before = {key: _names(os.environ.get(_VARIABLES[key], "")) for key in KEYS}
    for key, other in (KEYS, KEYS[::-1]):
        kept = [each for each in before[key] if each not in named[other]]
        names = ",".join(dict.fromkeys([*kept, *named[key]]))
        if names:
            os.environ[_VARIABLES[key]] = names
        else:
            os.environ.pop(_VARIABLES[key], None)


def checks(start: Path | None = None) -> dict[str, tuple[str, ...]]:
    """`select`, `ignore` and `exclude` -> what the section says.

    Raises:
      BadConfiguration: as above.
    """
    files = _of_files(start or Path.cwd())
    return {key: tuple(files[key]) for key in CHECK_KEYS}


def _of_files(start: Path) -> dict[str, list[str]]:
    for folder in (start, *start.parents):
        for name, section in (("pyproject.toml", "tool.tfcompat"), ("setup.cfg", "tfcompat")):
            file = folder / name
            rows = _section(file, section) if file.is_file() else None
            if rows is not None:
                return _checked(rows, file, section)
    return {key: [] for key in (*KEYS, *CHECK_KEYS)}


def _section(file: Path, section: str) -> dict[str, str] | None:
    """The section's rows as text. Both formats are read alike: Python 3.10 has no reader for TOML."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None  # not ours to complain about
    inside = re.search(rf"^\[{re.escape(section)}\][^\n]*\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL)
    if inside is None:
        return None
    import configparser  # few projects have such a section

    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#", ";"))
    try:
        parser.read_string(f"[{section}]\n{_indented(inside[1])}")
    except configparser.Error as error:
        raise BadConfiguration(f"{file}, [{section}]: {error.message}") from None
    return dict(parser[section])


def _indented(text: str) -> str:
    """Lines that go on with a list are indented, as the parser wants them."""
    starts = re.compile(r"^[A-Za-z_\-0-9.\"']+\s*=")
    return "\n".join(
        line if starts.match(line) or not line.strip() else f"  {line.strip()}" for line in text.split("\n")
    )


def _checked(rows: dict[str, str], file: Path, section: str) -> dict[str, list[str]]:
    takes = (*KEYS, *CHECK_KEYS)
    unknown = sorted(set(rows) - set(takes))
    if unknown:
        raise BadConfiguration(f"{file}, [{section}]: unknown key {unknown[0]!r}; it takes {', '.join(takes)}.")
    found: dict[str, list[str]] = {}
    for key in KEYS:
        names = _names(rows.get(key, ""))
        wrong = [name for name in names if not name.isidentifier()]
        if wrong:
            raise BadConfiguration(f"{file}, [{section}]: {key} wants names of packages, got {wrong[0]!r}.")
        found[key] = names
    return {**found, **{key: _names(rows.get(key, "")) for key in CHECK_KEYS}}


def _names(text: str) -> list[str]:
    """A TOML list of strings, or names separated by commas, blanks or lines."""
    text = text.strip()
    if text.startswith("["):
        try:
            return [str(each) for each in ast.literal_eval(text)]
        except (SyntaxError, ValueError):
            return [text]
    return [name for name in re.split(r"[,\s]+", text) if name]
