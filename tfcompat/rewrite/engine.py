"""The fixers over one module: what they find, and the text with their edits made."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection
from typing import NamedTuple

from tfcompat.rewrite import fixers, header, signs
from tfcompat.rewrite.finding import Finding
from tfcompat.rewrite.module import Module, Role, Settings, Translation
from tfcompat.rewrite.reading import Unreadable, read
from tfcompat.source import edits


class Upgraded(NamedTuple):
    """`text` after the rewrite; the findings on the way; `problem` if the text was left as it is, and why."""

    text: str
    findings: tuple[Finding, ...] = ()
    problem: str = ""


class Spoiled(ValueError):
    """A rewrite that does not parse: it must not be written."""


def findings(module: Module, left_out: Callable[[Finding], bool] = lambda finding: False) -> list[Finding]:
    """What all fixers find, in the order of the text, without those that `left_out` answers True for."""
    if not module.role.tf1:
        return []
    found = [each for fixer in fixers.all_fixers() for each in fixer.find(module) if not left_out(each)]
    return sorted(found, key=lambda each: (each.start, each.rule))


def changes(module: Module, found: Collection[Finding]) -> list[edits.Edit]:
    """All edits of a module: those of the findings, and the lines that a program needs at its start."""
    made = [edit for each in found for edit in each.edits]
    imports = [line for each in found for line in each.imports]
    starts = any(each.starts for each in found) or (module.role.entry and module.role.loads_tf)
    if not made and not imports and not starts:
        return []
    return [*header.edits(module, imports), *made]


def applied(text: str, made: Collection[edits.Edit]) -> str:
    """The text with the edits made.

    Raises:
      Spoiled: the result would not parse.
    """
    try:
        new = edits.apply(text, made)
        ast.parse(new)
    except (edits.Overlap, SyntaxError) as error:
        raise Spoiled(f"the rewrite would not parse ({error}); it is left as it is") from None
    return new


def upgrade_source(text: str, path: str = "<text>", *, same_seeds: bool = False, keep_tf1: bool = False) -> Upgraded:
    """A script or module, alone, rewritten for plain TensorFlow 2.

    Returns:
      The new text, or the old one where nothing is TensorFlow 1's or where it cannot be read.
    """
    try:
        python3 = read(text, path)
        module = Module(python3.text, path, settings=Settings(keep_tf1, same_seeds), tree=python3.tree)
        module.role = Role(tf1=signs.is_tf1(module) or signs.lacks_mode(module))
        if python3.python2:
            module.translations.append(Translation(0, text, python3.text, python3.unknown))
        found = findings(module)
        new = applied(python3.text, changes(module, found)) if module.role.tf1 else text
        return Upgraded(new, tuple(found))
    except (Unreadable, Spoiled) as error:
        return Upgraded(text, problem=str(error))
