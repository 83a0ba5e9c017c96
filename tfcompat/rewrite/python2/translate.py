"""Python 2 source in, Python 3 source out, by the engine's fixers and those of this folder."""

from __future__ import annotations

import ast
import functools
from typing import Any, NamedTuple

from tfcompat.rewrite.python2 import divisions, engine, marks, parsing, tabs, tools


class Translation(NamedTuple):
    """`text`: Python 3, and its tree; `unknown`: lines of divisions that Python 2 may have done as whole numbers."""

    text: str
    tree: ast.Module
    unknown: tuple[int, ...]


class NotPython2(ValueError):
    """The text is neither Python 3 nor Python 2."""

    def __init__(self, text: str, source: str = "") -> None:
        super().__init__(text)
        self._source = source

    @functools.cached_property
    def line(self) -> int:
        """The line at which Python 2's grammar ends, or 0."""
        try:
            grammar, convert = engine.part("pygram").python_grammar, engine.part("pytree").convert
            engine.part("pgen2.driver").Driver(grammar, convert=convert).parse_string(self._source + "\n")
        except Exception as error:  # as below
            place = getattr(error, "context", ("", (0, 0))) or ("", (0, 0))
            return int(place[1][0])
        return 0


def translate(text: str, name: str = "<text>", in_package: bool = False) -> Translation:
    """Translates a script, module or cell; the number of lines grows where an import has to be added.

    `name` is its path; with `in_package` imports of modules beside it become relative ones.

    Raises:
      NotPython2: no grammar of Python 2 reads it.
      ModuleNotFoundError: there is no engine; the text says what to run.
    """
    tree = _parsed(text + "\n")
    if tree is None and "\t" in text:
        tree = _parsed(tabs.expand(text) + "\n")
    if tree is None:
        raise NotPython2(f"{name} is neither Python 3 nor Python 2", text)
    tools.tool(tree.seen, in_package).refactor_tree(tree, name)
    new = str(tree)[:-1]
    parsed = marks.parse(new)
    if parsed is None:
        new = tabs.expand(new)
        parsed = marks.parse(new)
    if parsed is None:
        raise NotPython2(f"{name} was read as Python 2, but its translation is not Python 3")
    found = divisions.find(parsed) if not _has_true_division(text) else []
    unknown = tuple(each.node.lineno for each in found if not each.whole)
    known = divisions.write_known(new, found)
    return Translation(known, parsed if known == new else marks.parsed(known), unknown)


def _has_true_division(text: str) -> bool:
    # The engine takes `from __future__ import …` away, since Python 3 has it all.
    return any(line.startswith("from __future__ import") and "division" in line for line in text.splitlines())


def _parsed(text: str) -> Any:
    """The engine's tree, with `print` as a statement where that is how the text reads; None if it is no Python 2."""
    features = engine.part("refactor")._detect_future_features(text)
    grammars = engine.part("pygram")
    statement, function = grammars.python_grammar, grammars.python_grammar_no_print_statement
    for grammar in (function,) if "print_function" in features else (statement, function):
        try:
            tree = _parser(grammar).tree(text)
        except Exception:  # the engine has an exception for each of its stages
            continue
        tree.future_features = features if grammar is statement else features | {"print_function"}
        return tree
    return None


@functools.cache
def _parser(grammar: Any) -> parsing.Parser:
    return parsing.Parser(grammar)
