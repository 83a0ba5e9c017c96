"""Python 2 source in, Python 3 source out, by the engine's fixers and those of this folder."""

from __future__ import annotations

import functools
import logging
import pkgutil
from typing import Any, NamedTuple

from tfcompat.rewrite.python2 import divisions, engine, fixers, marks, tabs

# `import sibling` as `from . import sibling`: only what is imported as a part of its package can say so.
SIBLINGS = ".fixes.fix_import"


class Translation(NamedTuple):
    """`text`: Python 3; `unknown`: lines of divisions that Python 2 may have done as whole numbers."""

    text: str
    unknown: tuple[int, ...]


class NotPython2(ValueError):
    """The text is neither Python 3 nor Python 2; `line` is where Python 2 gives up, or 0."""

    def __init__(self, text: str, line: int = 0) -> None:
        super().__init__(text)
        self.line = line


def translate(text: str, name: str = "<text>", in_package: bool = False) -> Translation:
    """Translates a script, module or cell; the number of lines grows where an import has to be added.

    `name` is its path; with `in_package` imports of modules beside it become relative ones.

    Raises:
      NotPython2: no grammar of Python 2 reads it.
      ModuleNotFoundError: there is no engine; the text says what to run.
    """
    tree = _parsed(text + "\n", name, in_package)
    if tree is None:
        tree = _parsed(tabs.expand(text) + "\n", name, in_package)
    if tree is None:
        raise NotPython2(f"{name} is neither Python 3 nor Python 2", _gives_up(text))
    new = str(tree)[:-1]
    parsed = marks.parse(new)
    if parsed is None:
        new = tabs.expand(new)
        parsed = marks.parse(new)
    if parsed is None:
        raise NotPython2(f"{name} was read as Python 2, but its translation is not Python 3")
    found = divisions.find(parsed) if not _has_true_division(text) else []
    unknown = tuple(each.node.lineno for each in found if not each.whole)
    return Translation(divisions.write_known(new, found), unknown)


def _has_true_division(text: str) -> bool:
    # The engine takes `from __future__ import …` away, since Python 3 has it all.
    return any(line.startswith("from __future__ import") and "division" in line for line in text.splitlines())


def _parsed(text: str, name: str, in_package: bool) -> Any:
    tool = _tool(in_package)
    refactor = engine.part("refactor")
    grammars = engine.part("pygram")
    features = refactor._detect_future_features(text)
    both = (tool.grammar, grammars.python_grammar_no_print_statement)
    for grammar in both[1:] if "print_function" in features else both:
        tool.driver.grammar = grammar
        try:
            tree = tool.driver.parse_string(text)
        except Exception:  # the parser has an exception for each of its stages
            continue
        finally:
            tool.driver.grammar = tool.grammar
        tree.future_features = features if grammar is both[0] else features | {"print_function"}
        tool.refactor_tree(tree, name)
        return tree
    return None


def _gives_up(text: str) -> int:
    """The line at which Python 2's grammar ends."""
    try:
        _tool(False).driver.parse_string(text + "\n")
    except Exception as error:  # as above
        place = getattr(error, "context", ("", (0, 0))) or ("", (0, 0))
        return int(place[1][0])
    return 0


@functools.cache
def _tool(in_package: bool) -> Any:
    refactor = engine.part("refactor")
    logging.getLogger("RefactoringTool").setLevel(logging.CRITICAL)
    theirs = set(refactor.get_fixers_from_package(f"{engine.name()}.fixes"))
    theirs -= set() if in_package else {engine.name() + SIBLINGS}
    ours = {f"{fixers.__name__}.{module.name}" for module in pkgutil.iter_modules(fixers.__path__)}
    return refactor.RefactoringTool(sorted(theirs | ours), {})
