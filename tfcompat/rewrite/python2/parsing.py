"""Python 2 source as the engine's tree, by the engine's tokens and tables.

The engine's own driver searches the tables anew at every token, and opens and closes fifteen symbols around every
name; together that takes most of the time of a translation. Here each step from a place in the grammar is searched for
once, and symbols that begin together stay together until one of them gets a second child.
"""

from __future__ import annotations

import io
import itertools
from typing import Any, NamedTuple

from tfcompat.rewrite.python2 import engine


class _Place:
    """Where reading stands in symbols that began together: each with its state, the innermost last."""

    def __init__(self, symbols: tuple[tuple[int, int], ...]) -> None:
        self.symbols = symbols
        self.steps: dict[int, _Step | None] = {}  # by the token's label; None where all symbols end before it


class Seen(NamedTuple):
    """What a text has: its names, keywords among them, those that are called somewhere and those that stand `bare`.

    `symbols` are the grammar's names for what it was read as; `literals` are its numbers and strings.
    """

    names: set[str]
    called: set[str]
    bare: set[str]
    operators: set[str]
    literals: set[str]
    symbols: set[str]


class _Step(NamedTuple):
    """What a token does: `here` is the place afterwards, `begun` that of the symbols that begin with it, if any do.

    `ends`: the innermost symbol ended before the token.
    """

    here: _Place
    begun: _Place | None
    ends: bool


class _Open:
    """Symbols that have begun; `children` are those of the innermost, the others have none yet."""

    __slots__ = ("children", "context", "place")

    def __init__(self, place: _Place, context: Any, children: list[Any]) -> None:
        self.place = place
        self.context = context
        self.children = children


class Parser:
    """Reads by one of the engine's grammars, and remembers the steps."""

    def __init__(self, grammar: Any) -> None:
        self._grammar = grammar
        self._node = engine.part("pytree").Node
        self._places: dict[tuple[tuple[int, int], ...], _Place] = {}

    def tree(self, text: str) -> Any:
        """The tree of a text; its `seen` says what is in it.

        Raises:
          SyntaxError: the grammar does not read it.
          Exception: what the engine's tokens raise where they do not go on.
        """
        leaf, token, tokenize = engine.part("pytree").Leaf, engine.part("pgen2.token"), engine.part("pgen2.tokenize")
        operators, keywords, tokens = engine.part("pgen2.grammar").opmap, self._grammar.keywords, self._grammar.tokens
        starts = list(itertools.accumulate(map(len, io.StringIO(text)), initial=0))
        seen = Seen(*(set[str]() for _ in Seen._fields))
        offset, name = 0, ""
        top = _Open(self._place((self._grammar.start, 0)), None, [])
        around: list[_Open] = []
        found = tokenize.generate_tokens(io.StringIO(text).readline)
        for kind, value, (row, column), (end_row, end_column), _ in found:
            if kind == tokenize.COMMENT or kind == tokenize.NL:
                continue
            before = text[offset : starts[row - 1] + column]
            offset = starts[end_row - 1] + end_column
            label = None
            if name:
                (seen.called if value == "(" else seen.bare).add(name)
                name = ""
            if kind == token.NAME:
                name = value
                label = keywords.get(value)
            elif kind == token.OP:
                seen.operators.add(value)
                kind = operators[value]
            else:
                seen.literals.add(value)
            if label is None:
                label = tokens[kind]
            each = leaf(kind, value, (before, (row, column)))
            while True:
                steps = top.place.steps
                step = steps[label] if label in steps else self._step(top.place, label)
                if step is not None:
                    break
                ended, top = self._one(top, seen), around.pop()
                top.children.append(ended)
            if step.ends:
                top.children = [self._one(top, seen)]
            top.place = step.here
            if step.begun is None:
                top.children.append(each)
            else:
                around.append(top)
                top = _Open(step.begun, (before, (row, column)), [each])
        if around or kind != token.ENDMARKER:
            raise SyntaxError("the text ends too soon")
        root = self._one(top, seen)
        seen.names.update(seen.called, seen.bare)
        root.used_names = seen.names
        root.seen = seen
        return root

    def _one(self, ended: _Open, seen: Seen) -> Any:
        """What ended symbols become; of one that holds a single thing there is only that."""
        if len(ended.children) == 1:
            return ended.children[0]
        symbol = ended.place.symbols[-1][0]
        seen.symbols.add(self._grammar.number2symbol[symbol])
        return self._node(symbol, ended.children, ended.context)

    def _place(self, *symbols: tuple[int, int]) -> _Place:
        return self._places.setdefault(symbols, _Place(symbols))

    def _step(self, place: _Place, label: int) -> _Step | None:
        """Looks a step up in the tables, and keeps it."""
        for depth in range(len(place.symbols), 0, -1):
            *around, (symbol, state) = place.symbols[:depth]
            way = self._way(symbol, state, label)
            if way is not None:
                after, *begun = way
                here = self._place(*around, (symbol, after[1]))
                step = _Step(here, self._place(*begun) if begun else None, depth < len(place.symbols))
                return place.steps.setdefault(label, step)
        return place.steps.setdefault(label, None)

    def _way(self, symbol: int, state: int, label: int) -> list[tuple[int, int]] | None:
        """The symbol in its next state, and those that begin in it on the way to a token; None if it ends before."""
        way: list[tuple[int, int]] = []
        while True:
            for each, after in self._grammar.dfas[symbol][0][state]:
                kind = self._grammar.labels[each][0]
                if each == label:
                    return [*way, (symbol, after)]
                if kind in self._grammar.dfas and label in self._grammar.dfas[kind][1]:
                    way.append((symbol, after))
                    symbol, state = kind, 0
                    break
            else:
                if (0, state) in self._grammar.dfas[symbol][0][state]:
                    return None
                raise SyntaxError("the grammar has no such token here")
