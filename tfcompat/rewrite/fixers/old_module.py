"""Modules that SciPy, scikit-learn and Python have dropped or emptied: `scipy.misc`, `sklearn.cross_validation`, …"""

from __future__ import annotations

import ast
import functools
import itertools
from collections.abc import Iterator
from pathlib import Path

from tfcompat.era.homes import MODULES
from tfcompat.rewrite import import_statements
from tfcompat.rewrite.finding import AUTOMATIC, Finding, Rule
from tfcompat.rewrite.module import Module
from tfcompat.source.edits import Edit

RULE = Rule(
    "old-module",
    "a module that its package has dropped",
    "The names are still there, in another module of the package or in tfcompat.era.",
    "import tensorflow as tf\nfrom sklearn.cross_validation import train_test_split\ns = tf.Session()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "from sklearn.model_selection import train_test_split\ns = tf.Session()\n",
)
_PACKAGES = tuple(sorted({path.partition(".")[0] for path in MODULES}))
_SPECIAL = frozenset("comb factorial factorial2 factorialk logsumexp".split())


def find(module: Module) -> Iterator[Finding]:
    for each in module.imports:
        if each.guarded:
            continue
        if isinstance(each.node, ast.ImportFrom):
            yield from _of_from(module, each.node)
        else:
            yield from _of_import(module, each.node)
    yield from _uses(module)


def _of_from(module: Module, node: ast.ImportFrom) -> Iterator[Finding]:
    if node.level or not node.module:
        return
    lines = []
    for alias in node.names:
        tail = alias.name + (f" as {alias.asname}" if alias.asname else "")
        home = _home(node.module, alias.name)
        whole = _home(f"{node.module}.{alias.name}", "")
        if home is not None and whole is None:
            lines.append(f"from {home} import {tail}")
        elif whole is not None:
            package, _, last = whole.rpartition(".")
            name = alias.asname or alias.name
            plain = f"import {whole}" if not package else f"from {package} import {last}"
            lines.append(plain + (f" as {name}" if name != last else ""))
        else:
            lines.append(f"from {node.module} import {tail}")
    if all(line.startswith(f"from {node.module} ") for line in lines):
        return
    edit = import_statements.statement(module, node, import_statements.merged(lines))
    yield _finding(module, node, node.module, edit.text, (edit,))


def _of_import(module: Module, node: ast.Import) -> Iterator[Finding]:
    for alias in node.names:
        home = _home(alias.name, "")
        if home is not None and alias.asname:
            package, _, last = home.rpartition(".")
            line = f"from {package} import {last} as {alias.asname}" if package else f"import {home} as {alias.asname}"
            if len(node.names) == 1:
                edit = import_statements.statement(module, node, [line])
                yield _finding(module, node, alias.name, line, (edit,))


def _uses(module: Module) -> Iterator[Finding]:
    """`scipy.misc.imread(…)` spelled out, and the like."""
    for chain, path in itertools.chain.from_iterable(map(module.uses, _PACKAGES)):
        if len(chain.attributes) < 2 or chain.guarded:
            continue
        holder, _, name = path.rpartition(".")
        home = _home(holder, name)
        if home is None or len(chain.attributes) != path.count("."):
            continue
        package, _, last = home.rpartition(".")
        line = f"from {package} import {last}" if package else f"import {last}"
        edit = module.replace(chain.nodes[-1], f"{last}.{name}")
        yield Finding(
            RULE.id, *module.span(chain.nodes[-1]), path, f"{home}.{name}", AUTOMATIC, _why(path), (edit,), (line,)
        )


def _home(path: str, name: str) -> str | None:
    """Where a dropped module, or a name in it, is now."""
    if path not in MODULES:
        return None
    if path.startswith("scipy.misc") and name in _SPECIAL:
        return "scipy.special"
    homes = MODULES[path]
    return next((home for home in homes if not name or not home.startswith("tfcompat.") or _has(home, name)), homes[0])


@functools.cache
def _names_in(home: str) -> frozenset[str]:
    """The functions and classes at the top of a module of ours, read from its file."""
    file = Path(__file__).parents[3].joinpath(*home.split(".")).with_suffix(".py")
    if not file.is_file():
        return frozenset()
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return frozenset(node.name for node in body if isinstance(node, (ast.FunctionDef, ast.ClassDef)))


def _has(home: str, name: str) -> bool:
    return name in _names_in(home)


def _why(path: str) -> str:
    return f"{path.partition('.')[0]} has dropped or emptied this module"


def _finding(module: Module, node: ast.stmt, old: str, new: str, edits: tuple[Edit, ...]) -> Finding:
    return Finding(RULE.id, *module.span(node), old, new, AUTOMATIC, _why(old), edits)
