"""The lines that put a program on plain TensorFlow 2 in TensorFlow 1's mode, and where they stand."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator

from tfcompat.rewrite import import_statements
from tfcompat.rewrite.module import Module
from tfcompat.rewrite.scopes import Import
from tfcompat.rewrite.targets import V1
from tfcompat.source.edits import Edit

MODE = "disable_v2_behavior"
SAME_SEEDS = "import tfcompat.same_seeds  # the draws of TensorFlow 1.15"
LEGACY_KERAS = 'os.environ.setdefault("TF_USE_LEGACY_KERAS", "1")  # tf.layers, tf.nn.rnn_cell and tf.keras are Keras 2'
_MODE_CALLS = frozenset({MODE, "disable_eager_execution", "enable_v2_behavior"})
# Packages that import TensorFlow when they are imported.
_LOAD_TENSORFLOW = frozenset(
    "keras keras_contrib sonnet tensorflow_addons tensorflow_datasets tensorflow_hub tensorflow_probability "
    "tensorlayer tf_agents tf_keras tf_slim tfcompat tflearn".split()
)
_KERAS = ("layers.", "keras.", "nn.rnn_cell.", "contrib.")


def needs_keras(module: Module) -> bool:
    """Whether names are used that Keras 2 serves."""
    if any(map(_is_of_keras, module.by_name)):
        return True
    statements = filter(import_statements.of_tensorflow, module.imports)
    return any(_is_of_keras(one.plain) for each in statements for one in import_statements.imported(module, each))


@functools.cache
def _is_of_keras(name: str) -> bool:
    return f"{name}.".startswith(_KERAS)


def sets_mode(module: Module) -> bool:
    """Whether the module says itself which mode it wants."""
    return not module.by_name.keys().isdisjoint(_MODE_CALLS)


def edits(module: Module, imports: list[str]) -> Iterator[Edit]:
    """Insertions: what must come before TensorFlow, the mode after it, and import lines that the rewrite needs."""
    first = next((each for each in module.imports if _loads_tensorflow(module, each)), None)
    root = next((each for each in module.imports if _is_root(each) and each.scope is module.names.module), None)
    entry = module.role.entry and not sets_mode(module)
    before, after = list(_before(module) if module.role.entry else ()), []
    if entry and root is None and not any(_is_root(each) for each in module.imports):
        before += [f"import {V1} as tf", f"tf.{MODE}()"]
    elif entry and root is not None and first is not None and _is_projects(module, first):
        before += [f"import {V1} as {_root_name(root)}", f"{_root_name(root)}.{MODE}()"]
    elif entry and root is not None:
        after.append(f"{_root_name(root)}.{MODE}()")
    elif entry:
        for each in module.imports:
            if _is_root(each):
                yield _after(module, each.node, [f"{_root_name(each)}.{MODE}()"])
    first_node = _statement_at_top(module, first.node) if first is not None else None
    if before:
        yield _ahead(module, first_node, before)
    lines = [*after, *(each for each in dict.fromkeys(imports) if each not in before)]
    if lines and root is not None:
        yield _after(module, _outermost(module, root.node), lines)
    elif lines:
        yield _ahead(module, first_node, lines)


def _before(module: Module) -> Iterator[str]:
    if module.settings.same_seeds:
        if "tfcompat.same_seeds" not in module.text:
            yield SAME_SEEDS
    elif (module.role.keras or needs_keras(module)) and "TF_USE_LEGACY_KERAS" not in module.text:
        if not _has_os(module):
            yield "import os"
        yield LEGACY_KERAS


def _has_os(module: Module) -> bool:
    """Whether `os` is imported above TensorFlow."""
    for each in module.imports:
        if _loads_tensorflow(module, each):
            return False
        names = [(alias.name, alias.asname) for alias in each.node.names] if isinstance(each.node, ast.Import) else []
        if ("os", None) in names and each.scope is module.names.module and not each.guarded:
            return True
    return False


def _is_root(each: Import) -> bool:
    return isinstance(each.node, ast.Import) and any(
        alias.name in ("tensorflow", V1) and not (alias.name == V1 and alias.asname is None)
        for alias in each.node.names
    )


def _root_name(each: Import) -> str:
    alias = next(alias for alias in each.node.names if alias.name in ("tensorflow", V1))
    return alias.asname or "tensorflow"


def _loads_tensorflow(module: Module, each: Import) -> bool:
    if each.scope is not module.names.module:
        return False
    if import_statements.of_tensorflow(each):
        return True
    if isinstance(each.node, ast.ImportFrom) and not each.node.level:
        return (each.node.module or "").partition(".")[0] in _LOAD_TENSORFLOW or _is_projects(module, each)
    if isinstance(each.node, ast.Import):
        tops = {alias.name.partition(".")[0] for alias in each.node.names}
        return bool(tops & _LOAD_TENSORFLOW) or _is_projects(module, each)
    return _is_projects(module, each)


def _is_projects(module: Module, each: Import) -> bool:
    return any(name in module.role.loads_tf for name in imported_modules(each.node))


def imported_modules(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """The dotted paths that a statement may load, as it writes them."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    module = "." * node.level + (node.module or "")
    if node.module:
        yield module
    for alias in node.names:
        yield f"{module}{'' if module.endswith('.') else '.'}{alias.name}"


def _outermost(module: Module, node: ast.stmt) -> ast.stmt:
    """The statement itself, or the `try` or `if` at the module's top that it is in."""
    return _statement_at_top(module, node)


def _statement_at_top(module: Module, node: ast.stmt) -> ast.stmt:
    place = node.lineno, node.col_offset
    return next(
        each
        for each in module.tree.body
        if (each.lineno, each.col_offset) <= place < (each.end_lineno or 0, each.end_col_offset or 0)
    )


def _ahead(module: Module, node: ast.stmt | None, lines: list[str]) -> Edit:
    """Lines before a statement at the module's top, or before the first that may have any before it."""
    if node is None:
        node = next((each for each in module.tree.body if not _must_lead(each)), None)
    if node is None:
        return Edit(len(module.text), len(module.text), "\n".join([*lines, ""]))
    start = module.places.start(node.lineno)
    if module.text[start : module.span(node)[0]].strip():  # behind another statement on its line
        return Edit(*(module.span(node)[0],) * 2, "; ".join(line.partition("  #")[0] for line in lines) + "; ")
    return Edit(start, start, "\n".join([*lines, ""]))


def _must_lead(node: ast.stmt) -> bool:
    docstring = (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    )
    return docstring or (isinstance(node, ast.ImportFrom) and node.module == "__future__")


def _after(module: Module, node: ast.stmt, lines: list[str]) -> Edit:
    """Lines after a statement, at its indentation; behind it, if others follow on its line."""
    _, end = module.span(node)
    newline = module.text.find("\n", end)
    line_end = len(module.text) if newline < 0 else newline
    rest = module.text[end:line_end].strip()
    if rest and not rest.startswith("#"):
        return Edit(end, end, "".join(f"; {line}" for line in lines if "\n" not in line))
    line = module.places.line(node.lineno)
    indent = line[: len(line) - len(line.lstrip())]
    return Edit(line_end, line_end, "".join(f"\n{indent}{part}" for line in lines for part in line.split("\n")))
