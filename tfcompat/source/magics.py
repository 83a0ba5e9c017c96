"""IPython's own lines in a cell (`%magic`, `!command`, `name?`, `x = !command`), told apart from Python."""

from __future__ import annotations

import re
from typing import NamedTuple

_MAGIC = re.compile(r"[ \t]*(?:[%!?]|,\w|;\w|[\w.]+\?{1,2}[ \t]*$|[\w., ()\[\]]+=[ \t]*[%!](?![=]))")
_TOKENS = re.compile(
    r"""#[^\n]*|[rRbBuUfF]{0,2}(?P<triple>"{3}|'{3})|"(?:\\.|[^\\\n"])*"|'(?:\\.|[^\\\n'])*'|[(\[{]|[)\]}]|\\$|[^\s]"""
)
_PLACEHOLDER = "__ipython_line_{}__"


class Cell(NamedTuple):
    """`text`: the cell with a name in place of each line of IPython's; `lines`: those lines, by that name."""

    text: str
    lines: dict[str, str]

    def restored(self, text: str) -> str:
        """The text with IPython's lines back in their places."""
        return put_back(text, self.lines)


def put_back(text: str, lines: dict[str, str]) -> str:
    """The text with lines in place of their names; one that goes on takes the empty lines that stood for its rest."""
    for name, line in lines.items():
        text = text.replace(name + "\n" * line.count("\n"), line).replace(name, line)
    return text


def hide(text: str) -> Cell:
    """Puts a name, indented alike, in place of every line that is IPython's and not Python's.

    Where such a line goes on behind a backslash, empty lines stand for the rest of it.
    """
    lines: dict[str, str] = {}
    kept = []
    depth, triple, continued = 0, "", False
    hidden = ""
    for line in text.split("\n"):
        if hidden:
            lines[hidden] += f"\n{line}"
            kept.append("")
            hidden = hidden if line.endswith("\\") else ""
            continue
        if not depth and not triple and not continued and _MAGIC.match(line):
            name = _PLACEHOLDER.format(len(lines))
            body = line.lstrip(" \t")
            lines[name] = body
            kept.append(line[: len(line) - len(body)] + name)
            hidden = name if line.endswith("\\") else ""
            continue
        kept.append(line)
        depth, triple, continued = _after(line, depth, triple)
    return Cell("\n".join(kept), lines)


def dedent(text: str) -> tuple[str, str]:
    """The indentation of a cell's first line, and the cell without it where a line has it, as IPython reads it."""
    first = re.match(r"(?:[ \t]*\n)*([ \t]*)", text)
    indent = first.group(1) if first is not None else ""
    if not indent:
        return "", text
    return indent, "\n".join(line.removeprefix(indent) for line in text.split("\n"))


def split_cell_magic(text: str) -> tuple[str, str]:
    """The line `%%magic …` that starts a cell, with its newline, and the rest; the first may be empty."""
    stripped = text.lstrip("\n")
    if not stripped.startswith("%%"):
        return "", text
    head, newline, body = stripped.partition("\n")
    return head + newline, body


def _after(line: str, depth: int, triple: str) -> tuple[int, str, bool]:
    """How deep in brackets, in which triple quotes, and whether continued, the line after this one starts."""
    place, continued = 0, False
    while place <= len(line):
        if triple:
            end = line.find(triple, place)
            if end < 0:
                return depth, triple, False
            place, triple = end + 3, ""
        match = _TOKENS.search(line, place)
        if match is None:
            break
        place, token = match.end(), match.group()
        continued = token == "\\"
        triple = match.group("triple") or ""
        depth = max(0, depth + (token in "([{") - (token in ")]}"))
    return depth, triple, continued
