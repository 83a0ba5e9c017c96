"""Functions put together by operators: `|` is one after the other, `+` and `*` are elementwise, `**` repeats."""

from __future__ import annotations

import importlib
import logging
import operator
import re
from collections.abc import Sequence
from typing import Any

QUOTED = re.compile(r""" "([^"\\]|\\.)*" | '([^'\\]|\\.)*' """.strip(), re.VERBOSE)
KEYWORDS = re.compile(r"\b(import|while|def|exec)\b")
debug_ = False
_log = logging.getLogger("tensorflow")


def check_keywords(spec: str) -> None:
    """Raises ValueError if an expression has a keyword outside quotes that it must not have."""
    found = KEYWORDS.search(QUOTED.sub("", spec))
    if found:
        raise ValueError(f"keyword '{found.group(1)}' found in spec")


def get_positional(args: Any, kw: dict[str, Any], kw_overrides: bool = False) -> tuple[Any, dict[str, Any]]:
    """Keywords such as `_1` put among the positional arguments, where these are missing or None."""
    named = {key: value for key, value in kw.items() if not key.startswith("_")}
    if len(named) == len(kw):
        return args, kw
    placed = list(args)
    for key, value in kw.items():
        if key.startswith("_"):
            place = int(key[1:])
            placed += [None] * (place + 1 - len(placed))
            if kw_overrides or placed[place] is None:
                placed[place] = value
    return placed, named


class Composable:
    """Anything with `funcall(x)`."""

    def funcall(self, x: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__} has no funcall")

    def __or__(self, f: Any) -> Composition:
        return Composition(self, f)

    def __add__(self, g: Any) -> Operator:
        return Operator(operator.add, self, g)

    def __mul__(self, g: Any) -> Operator:
        return Operator(operator.mul, self, g)

    def __pow__(self, n: int) -> Any:
        assert n >= 0, f"expected a power of at least 0, received {n}"
        if n == 0:
            return Function(lambda x, *args, **kw: x)
        result: Any = self
        for _ in range(n - 1):
            result = Composition(result, self)
        return result


class Callable(Composable):
    """A function of one argument."""

    def __init__(self, f: Any) -> None:
        self.f = f

    def funcall(self, x: Any) -> Any:
        return self.f(x)


class Operator(Composable):
    """An operation on what several functions make of one argument."""

    def __init__(self, op: Any, *args: Any) -> None:
        self.op = op
        self.funs: Sequence[Any] = args

    def funcall(self, x: Any) -> Any:
        return self.op(*[f.funcall(x) for f in self.funs])


class Function(Composable):
    """A function with arguments after its first; called with more, it answers one that has them too."""

    def __init__(self, f: Any, *args: Any, **kw: Any) -> None:
        if not callable(f):
            raise ValueError(f"{f}: is not callable")
        self.f = f
        self.args = list(args)
        self.kw = kw

    def __call__(self, *args: Any, **kw: Any) -> Function:
        return Function(self.f, *args, *self.args, **{**self.kw, **kw})

    def funcall(self, x: Any) -> Any:
        args, kw = get_positional(self.args, self.kw)
        if debug_:
            _log.info("DEBUG: %s %s %s %s", self.f, x, args, kw)
        return self.f(x, *args, **kw)


class Composition(Composable):
    """One function after another."""

    def __init__(self, f: Any, g: Any) -> None:
        self.f, self.g = f, g

    def funcall(self, x: Any) -> Any:
        return self.g.funcall(self.f.funcall(x))


def External(module_name: str, function_name: str) -> Function:
    """A function out of a module."""
    return Function(vars(importlib.import_module(module_name))[function_name])


def Import(statements: str) -> Function:
    """The function that some statements call `f`; ValueError if they do not."""
    names: dict[str, Any] = {}
    exec(statements, names)
    if "f" not in names:
        raise ValueError(f'failed to define "f": {statements}')
    return Function(names["f"])


def debug(mode: bool = True) -> None:
    """Whether each call is logged."""
    global debug_
    debug_ = mode
