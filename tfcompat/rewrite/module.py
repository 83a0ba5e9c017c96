"""One parsed module as the fixers see it: its text, its tree, and what its names stand for."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Callable, Container, Iterator, Set
from typing import Any, NamedTuple

from tfcompat.rewrite.scopes import Chain, Import, Names, Scope
from tfcompat.source.edits import Edit, Places
from tfcompat.symbols.lookup import lookup
from tfcompat.symbols.symbol import Symbol

V2 = "tensorflow.compat.v2."
ROOTS = ("tensorflow.compat.v1", "tensorflow")


class Settings(NamedTuple):
    """What the user asked of a rewrite."""

    keep_tf1: bool = False
    same_seeds: bool = False


DEFAULTS = Settings()


class Role(NamedTuple):
    """What the project needs of a module.

    `tf1`: it is written for TensorFlow 1, or works with modules that are; `entry`: a program starts here;
    `loads_tf`: the project's modules (as this file names them) that import TensorFlow; `keras`: the program needs
    Keras 2.
    """

    tf1: bool = False
    entry: bool = True
    loads_tf: frozenset[str] = frozenset()
    keras: bool = False


class Reference(NamedTuple):
    """A use of a TensorFlow 1 name: `node` spells it, `parent` is around it, `plain` is the name without `tf.`."""

    node: ast.expr
    plain: str
    symbol: Symbol | None
    chain: Chain
    parent: ast.AST | None
    is_v1: bool  # spelled through tensorflow.compat.v1
    spelled: bool  # False where a name of the module's own stands for it, which was found where it was made


class Translation(NamedTuple):
    """A part of the text that was Python 2: where it starts, what it was, and the lines of undecided divisions."""

    start: int
    old: str
    new: str
    unknown: tuple[int, ...]


class Module:
    """A module's text and tree with everything looked up that fixers ask for.

    Raises:
      SyntaxError: the text is not Python 3.
    """

    def __init__(
        self,
        text: str,
        path: str = "<text>",
        exported: Callable[[str], str | None] = lambda path: None,
        settings: Settings = DEFAULTS,
        tree: ast.Module | None = None,
    ) -> None:
        self.text = text
        self.path = path
        self.settings = settings
        self.role = Role()
        self.translations: list[Translation] = []
        self.ipython_lines: dict[str, str] = {}  # by the names that stand for them in the text
        self.notes: dict[Any, Any] = {}  # what a function has found out about the module, kept under the function
        self.tree = ast.parse(text) if tree is None else tree
        self.names = Names(self.tree, exported)

    @functools.cached_property
    def places(self) -> Places:
        return Places(self.text)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """The offsets at which a node starts and ends; in an f-string, where older Pythons tell them wrongly, found."""
        inside = self._in_f_string.get(id(node))
        if inside is not None:
            return self._found_in(inside, node)
        line, column = node.lineno, node.col_offset  # type: ignore[attr-defined]
        end_line, end_column = node.end_lineno, node.end_col_offset  # type: ignore[attr-defined]
        return self.places.offset(line, column), self.places.offset(end_line, end_column)

    @functools.cached_property
    def _in_f_string(self) -> dict[int, ast.JoinedStr]:
        """The f-string around each node that is in one, where Python does not say the node's place."""
        if sys.version_info >= (3, 12):
            return {}
        strings = self.names.f_strings
        return {id(node): each for each in reversed(strings) for node in ast.walk(each) if node is not each}

    def _found_in(self, string: ast.JoinedStr, node: ast.AST) -> tuple[int, int]:
        first = self.places.offset(string.lineno, string.col_offset)
        last = self.places.offset(string.end_lineno or string.lineno, string.end_col_offset or 0)
        spelled = ast.unparse(node)
        told = self.places.offset(node.lineno, node.col_offset)  # type: ignore[attr-defined]
        pattern = rf"(?<![\w.]){re.escape(spelled)}(?!\w)"
        found = [first + match.start() for match in re.finditer(pattern, self.text[first:last])]
        if not found:
            return told, told
        start = min(found, key=lambda each: abs(each - told))
        return start, start + len(spelled)

    def source(self, node: ast.AST) -> str:
        """The text of a node."""
        start, end = self.span(node)
        return self.text[start:end]

    def replace(self, node: ast.AST, text: str) -> Edit:
        """An edit that puts a text in a node's place; comments between the node's lines stay behind it."""
        start, end = self.span(node)
        old = self.text[start:end]
        if "\n" in old and isinstance(node, ast.Attribute) and (comments := re.findall(r"#[^\n]*", old)):
            last = old.rpartition("\n")[2]
            text = f"{text}  {' '.join(comments)}\n{last[: len(last) - len(last.lstrip())]}"
        return Edit(start, end, text)

    @functools.cached_property
    def references(self) -> list[Reference]:
        """Every use of a name below `tensorflow`, in the order of the text."""
        found = []
        for chain, path in self._spelled.get("tensorflow", ()):
            if not f"{path}.".startswith(V2):
                reference = self._reference(chain, path)
                if reference is not None:
                    found.append(reference)
        return found

    @functools.cached_property
    def by_name(self) -> dict[str, list[Reference]]:
        """The references by their plain names."""
        found: dict[str, list[Reference]] = {}
        for each in self.references:
            found.setdefault(each.plain, []).append(each)
        return found

    @functools.cached_property
    def by_root(self) -> dict[str, list[Reference]]:
        """The references by the names that they start with."""
        found: dict[str, list[Reference]] = {}
        for each in self.references:
            found.setdefault(each.chain.root, []).append(each)
        return found

    def named(self, names: Set[str]) -> Iterator[Reference]:
        """The references to TensorFlow 1's names, name by name."""
        return (each for name in names & self.by_name.keys() for each in self.by_name[name])

    def called(self, names: Container[str]) -> Iterator[tuple[Reference, ast.Call]]:
        """The calls of TensorFlow 1's functions of these names, name by name."""
        for name, found in self.by_name.items():
            for each in found if name in names else ():
                if isinstance(each.parent, ast.Call) and each.parent.func is each.node:
                    yield each, each.parent

    @functools.cached_property
    def _spelled(self) -> dict[str, list[tuple[Chain, str]]]:
        """The chains that stand for something outside, each with its path, by the package that they start in."""
        found: dict[str, list[tuple[Chain, str]]] = {}
        roots: dict[tuple[Scope, str], str | None] = {}
        for chain in self.names.chains:
            key = chain.scope, chain.root
            if key not in roots:
                roots[key] = self.names.of_name(chain.root, chain.scope)
            root = roots[key]
            if root:
                path = ".".join((root, *chain.attributes))
                found.setdefault(path.partition(".")[0], []).append((chain, path))
        return found

    def uses(self, package: str) -> Iterator[tuple[Chain, str]]:
        """The chains that start in another package, with the path that each spells."""
        for chain, path in self._spelled.get(package.partition(".")[0], ()):
            if path == package or path.startswith(f"{package}."):
                yield chain, path

    @functools.cached_property
    def imports(self) -> list[Import]:
        return self.names.imports

    @functools.cached_property
    def bound(self) -> set[str]:
        """Every name that some scope of the module binds."""
        return {name for scope in self.names.scopes for name in scope.names}

    @functools.cached_property
    def names_taken_whole(self) -> set[str]:
        """Names that the module also uses without an attribute."""
        return {chain.root for chain in self.names.chains if not chain.attributes}

    def alias_of(self, path: str) -> str | None:
        """The module's own name for a dotted path, if it has one at its top."""
        return next((name for name, stands_for in self.names.bindings if stands_for == path), None)

    def _reference(self, chain: Chain, path: str) -> Reference | None:
        found = _found(path, len(chain.attributes))
        if found is None:
            return None
        plain, symbol, place, is_v1 = found
        nodes = chain.nodes
        parent = nodes[place + 1] if place + 1 < len(nodes) else chain.parent
        row = nodes[place], plain, symbol, chain, parent, is_v1, place > 0
        return tuple.__new__(Reference, row)  # calling it takes far longer


@functools.lru_cache(10_000)
def _found(path: str, attributes: int) -> tuple[str, Symbol | None, int, bool] | None:
    """The longest known name that a path starts with.

    It comes without `tf.`, with what the vocabulary knows about it, how many of the attributes belong to it, and
    whether it is spelled through compat.v1.
    """
    is_v1 = path == ROOTS[0] or path.startswith(f"{ROOTS[0]}.")
    plain = path.removeprefix(ROOTS[0] if is_v1 else ROOTS[1]).removeprefix(".")
    if not plain:
        return "", None, attributes, is_v1
    names = plain.split(".")
    own = len(names) - attributes  # what the root alone stands for
    for end in range(len(names), max(own, 1) - 1, -1):
        name = ".".join(names[:end])
        symbol = known(name)
        if symbol is not None or end <= max(own, 1):
            return name, symbol, end - own, is_v1
    return None


@functools.cache
def known(plain: str) -> Symbol | None:
    """What the vocabulary knows about a name."""
    return lookup(plain)
