"""One parsed module as the fixers see it: its text, its tree, and what its names stand for."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tfcompat.rewrite.scopes import Chain, Import, Names
from tfcompat.source.edits import Edit, Places
from tfcompat.symbols.lookup import lookup
from tfcompat.symbols.symbol import Symbol

_F_STRING = re.compile(r"\b[rR]?[fF][rR]?[\"']")
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
        self.tree = ast.parse(text) if tree is None else tree
        self.places = Places(text)
        self.names = Names(self.tree, exported)

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
        if not _F_STRING.search(self.text):
            return {}
        strings = [node for node in ast.walk(self.tree) if isinstance(node, ast.JoinedStr)]
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
        for chain in self.names.chains:
            path = self.names.canonical(chain)
            if path is not None and path.partition(".")[0] == "tensorflow" and not f"{path}.".startswith(V2):
                reference = self._reference(chain, path)
                if reference is not None:
                    found.append(reference)
        return found

    def uses(self, package: str) -> Iterator[tuple[Chain, str]]:
        """The chains that start in another package, with the path that each spells."""
        for chain in self.names.chains:
            path = self.names.canonical(chain)
            if path is not None and (path == package or path.startswith(f"{package}.")):
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
        return next((name for name, stands_for in self.names.bindings() if stands_for == path), None)

    def _reference(self, chain: Chain, path: str) -> Reference | None:
        is_v1 = path == ROOTS[0] or path.startswith(f"{ROOTS[0]}.")
        plain = path.removeprefix(ROOTS[0] if is_v1 else ROOTS[1]).removeprefix(".")
        if not plain:
            return Reference(chain.nodes[-1], "", None, chain, chain.parent, is_v1, bool(chain.attributes))
        names = plain.split(".")
        own = len(names) - len(chain.attributes)  # what the root alone stands for
        for end in range(len(names), max(own, 1) - 1, -1):
            symbol = known(".".join(names[:end]))
            if symbol is not None or end <= max(own, 1):
                node = chain.nodes[end - own]
                parent = chain.nodes[end - own + 1] if end - own + 1 < len(chain.nodes) else chain.parent
                return Reference(node, ".".join(names[:end]), symbol, chain, parent, is_v1, end > own)
        return None


@functools.cache
def known(plain: str) -> Symbol | None:
    """What the vocabulary knows about a name."""
    return lookup(plain)
