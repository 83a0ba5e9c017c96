"""Import statements of TensorFlow 1, one by one: what each name is imported from afterwards."""

from __future__ import annotations

import ast
import re
from typing import NamedTuple

from tfcompat.rewrite import expressions
from tfcompat.rewrite.module import V2, Module
from tfcompat.rewrite.scopes import Import
from tfcompat.rewrite.targets import V1, Target, target
from tfcompat.source.edits import Edit

DEEP = ("python", "core", "tools")
_FROM = re.compile(r"from(\s|\\\n)+([\w.]+)")
# Fields that hold statements, or what holds them.
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


class Imported(NamedTuple):
    """One name of an import statement: its plain TensorFlow 1 path, and the line that stands for it; None keeps it."""

    alias: ast.alias
    plain: str
    line: str | None


def of_tensorflow(each: Import) -> bool:
    """Whether a statement imports TensorFlow or something inside it."""
    if isinstance(each.node, ast.Import):
        return any(_is_tensorflow(alias.name) for alias in each.node.names)
    return each.node.level == 0 and _is_tensorflow(each.node.module or "")


def _is_tensorflow(path: str) -> bool:
    """Whether a path may mean TensorFlow 1's; `tensorflow.compat.v2` says that it does not."""
    return path == "tensorflow" or (path.startswith("tensorflow.") and not f"{path}.".startswith(V2))


def plain_path(path: str) -> str:
    """`tensorflow.compat.v1.nn` and `tensorflow.nn` are `nn`."""
    for root in (V1, "tensorflow"):
        if path == root or path.startswith(f"{root}."):
            return path[len(root) :].removeprefix(".")
    return path


def imported(module: Module, each: Import) -> list[Imported]:
    """What a statement imports, name by name."""
    kept: dict[ast.stmt, list[Imported]] = module.notes.setdefault(imported, {})
    if each.node not in kept:
        kept[each.node] = _imported(module, each.node)
    return kept[each.node]


def _imported(module: Module, node: ast.Import | ast.ImportFrom) -> list[Imported]:
    if isinstance(node, ast.Import):
        return [_of_import(module, alias) for alias in node.names]
    base = plain_path(node.module or "")
    return [_of_from(module, alias, base, node.module or "") for alias in node.names]


def _of_import(module: Module, alias: ast.alias) -> Imported:
    path = alias.name
    if not _is_tensorflow(path):
        return Imported(alias, "", None)
    plain = plain_path(path)
    if not plain:
        line = None if path == V1 else f"import {V1} as {alias.asname or 'tensorflow'}"
        return Imported(alias, plain, line)
    if _is_deep(plain):
        return Imported(alias, plain, _deep_module(plain, alias.asname))
    found = target(plain)
    if found is None:
        return Imported(alias, plain, None)
    if alias.asname is None:
        return Imported(alias, plain, f"import {V1} as tensorflow")
    if found.is_v1 and path.startswith(V1):
        return Imported(alias, plain, None)
    return Imported(alias, plain, _line(module, found, alias.asname))


def _of_from(module: Module, alias: ast.alias, base: str, path: str) -> Imported:
    if alias.name == "*":
        found = target(base) if base else Target(V1, "")
        kept = found is None or f"{found.module}" == path or _is_deep(base)
        return Imported(alias, base, None if kept or found is None else f"from {found.module} import *")
    plain = f"{base}.{alias.name}" if base else alias.name
    if _is_deep(plain):
        return Imported(alias, plain, _deep_name(base, alias))
    found = target(plain)
    if found is None:
        return Imported(alias, plain, None)
    name = alias.asname or alias.name
    if not found.is_v1 and not found.name and expressions.only_v1(module, name):
        return Imported(alias, plain, "")  # its uses are spelled otherwise: nothing to import
    line = _line(module, found, name)
    written = f"from {path} import {alias.name}" + (f" as {alias.asname}" if alias.asname else "")
    return Imported(alias, plain, None if line == written else line)


def _line(module: Module, found: Target, name: str) -> str:
    package, last = (found.module, found.name) if found.name else found.module.rpartition(".")[::2]
    if not package:
        package, last = found.module, ""
    if package == f"{V1}.app" and last == "flags":
        package = V1  # TensorFlow's module has no such name of its own
    return expressions.import_line(module, package, last, name)


def _is_deep(plain: str) -> bool:
    return plain.partition(".")[0] in DEEP


def _deep_module(plain: str, asname: str | None) -> str | None:
    """For `import tensorflow.python.….x as y`: the line for where that module is now, if it moved."""
    from tfcompat.symbols import deep  # a large table that most code needs nothing of

    new = deep.MODULES.get(f"tensorflow.{plain}")
    if new is None or asname is None:
        return None
    return _from_path(new, asname)


def _deep_name(base: str, alias: ast.alias) -> str | None:
    from tfcompat.symbols import deep  # as above

    new = deep.MODULES.get(f"tensorflow.{base}.{alias.name}")
    if new is None:
        new = deep.MOVED.get(f"tensorflow.{base}", {}).get(alias.name)
        whole = deep.MODULES.get(f"tensorflow.{base}")
        if new is None and whole is not None:
            new = f"{whole}.{alias.name}"
    return _from_path(new, alias.asname or alias.name) if new is not None else None


def _from_path(path: str, name: str) -> str | None:
    """An import line for a path as `tfcompat.symbols.deep` gives it."""
    if path.startswith("tf."):
        plain = path.removeprefix("tf.")
        if _is_deep(plain):
            path = f"tensorflow.{plain}"
        else:
            found = target(plain)
            if found is None:
                return None
            path = f"{found.module}.{found.name}" if found.name else found.module
    package, _, last = path.rpartition(".")
    return f"from {package} import {last}" + (f" as {name}" if name != last else "")


def edits(module: Module, node: ast.Import | ast.ImportFrom, names: list[Imported]) -> tuple[Edit, ...]:
    """The edits that make a statement import what it is to import; empty if it stays."""
    if all(each.line is None for each in names):
        return ()
    small = _module_path_alone(module, node, names) or _aliases_alone(module, node, names)
    if small:
        return tuple(small)
    lines: list[str] = []
    for each in names:
        line = _as_written(module, node, each.alias) if each.line is None else each.line
        if line and line not in lines:
            lines.append(line)
    return (statement(module, node, merged(lines)),)


def _module_path_alone(module: Module, node: ast.Import | ast.ImportFrom, names: list[Imported]) -> list[Edit]:
    """`from old import (a, b)  # why` needs another module name and nothing else, where all names keep theirs."""
    start, _ = module.span(node)
    if isinstance(node, ast.Import):
        return []
    heads = set()
    for each in names:
        if each.line is None or "\n" in each.line:
            return []
        head, _, tail = each.line.partition(" import ")
        written = each.alias.name + (f" as {each.alias.asname}" if each.alias.asname else "")
        if tail != written:
            return []
        heads.add(head)
    found = _FROM.match(module.text, start)
    if len(heads) != 1 or found is None:
        return []
    return [Edit(found.start(2), found.end(2), heads.pop().removeprefix("from "))]


def _aliases_alone(module: Module, node: ast.Import | ast.ImportFrom, names: list[Imported]) -> list[Edit]:
    """`import os, tensorflow as tf` stays one statement where each name is still one of an `import`."""
    lines = [each.line for each in names]
    if isinstance(node, ast.ImportFrom) or not all(
        line is None or (line.startswith("import ") and "\n" not in line) for line in lines
    ):
        return []
    return [module.replace(each.alias, each.line.removeprefix("import ")) for each in names if each.line is not None]


def _as_written(module: Module, node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    head = "import" if isinstance(node, ast.Import) else f"from {node.module} import"
    return f"{head} {alias.name}" + (f" as {alias.asname}" if alias.asname else "")


def merged(lines: list[str]) -> list[str]:
    """Lines that import from one module are one line."""
    merged: dict[str, list[str]] = {}
    for line in lines:
        head, middle, tail = line.partition(" import ")
        together = bool(middle) and head.startswith("from ") and "\n" not in line
        merged.setdefault(f"{head} import" if together else line, []).extend([tail] if together else [])
    return [f"{head} {', '.join(tails)}" if tails else head for head, tails in merged.items()]


def statement(module: Module, node: ast.stmt, lines: list[str]) -> Edit:
    """An edit that puts lines in a statement's place; none of them takes the statement away."""
    start, end = module.span(node)
    indent = module.places.line(node.lineno)[: node.col_offset]
    before, after = _around(module, start, end)
    alone = not before.strip() and (not after.strip() or after.lstrip().startswith("#"))
    if not lines:
        if not alone or after.strip() or _is_only(module, node):
            return Edit(start, end, "pass")
        return Edit(start - len(before), end + len(after) + 1, "")
    if not alone:
        simple = [line for line in lines if "\n" not in line]
        return Edit(start, end, "; ".join(simple))
    return Edit(start, end, indented(lines, indent))


def indented(lines: list[str], indent: str) -> str:
    """Lines as they follow each other at an indentation; the first stands there already."""
    return f"\n{indent}".join(part for line in lines for part in line.split("\n"))


def _around(module: Module, start: int, end: int) -> tuple[str, str]:
    first = module.text.rfind("\n", 0, start) + 1
    last = module.text.find("\n", end)
    return module.text[first:start], module.text[end : len(module.text) if last < 0 else last]


def _is_only(module: Module, node: ast.stmt) -> bool:
    """Whether a block holds nothing but this statement."""
    pending: list[ast.AST] = [module.tree]
    while pending:
        parent = pending.pop()
        for name in _BLOCKS:
            block = getattr(parent, name, None)
            if isinstance(block, list):
                if block == [node] and not isinstance(parent, ast.Module):
                    return True
                pending += block
    return False
