"""Patterns of operations: an operation's type and the patterns of its inputs."""

from __future__ import annotations

import abc
import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any


class Pattern(abc.ABC):
    """Something that an operation may match."""

    name: str | None = None

    @abc.abstractmethod
    def match(self, op: Any, tensor: Any) -> MatchResult | None:
        """What was matched in `op`, whose output `tensor` led to it (None for the first), or None."""


class OpTypePattern(Pattern):
    """An operation of some type (`*` for any, `A|B` for one of several), with inputs that match patterns.

    Inputs may be given by type alone; `ordered_inputs=False` lets them match in any order (at most 8 of them).
    """

    def __init__(
        self,
        op_type: str,
        name: str | None = None,
        inputs: Sequence[Pattern | str] | None = None,
        ordered_inputs: bool = True,
    ) -> None:
        inputs = inputs or []
        if len(inputs) > 8:
            raise ValueError("Only < 8 inputs are allowed when ordered_inputs is False.")
        self.name = name
        self._op_types = op_type.split("|")
        self._inputs = [each if isinstance(each, Pattern) else OpTypePattern(each) for each in inputs]
        self._ordered_inputs = ordered_inputs

    def match(self, op: Any, tensor: Any) -> MatchResult | None:
        if self._op_types != ["*"] and op.type not in self._op_types:
            return None
        result = MatchResult()
        result.add(self, op, tensor)
        if not self._inputs:
            return result
        if len(op.inputs) != len(self._inputs):
            return None
        orders = [self._inputs] if self._ordered_inputs else itertools.permutations(self._inputs)
        for patterns in orders:
            found = self._match_inputs(op, patterns, result)
            if found:
                return result
        return None

    @staticmethod
    def _match_inputs(op: Any, patterns: Sequence[Pattern], result: MatchResult) -> bool:
        for tensor, pattern in zip(op.inputs, patterns, strict=True):
            inner = pattern.match(tensor.op, tensor)
            if inner is None:
                return False
            result.merge_from(inner)
        return True


class OneofPattern(Pattern):
    """The first of several patterns that matches."""

    def __init__(self, sub_patterns: Iterable[Pattern]) -> None:
        self._sub_patterns = list(sub_patterns)

    def match(self, op: Any, tensor: Any) -> MatchResult | None:
        results = (pattern.match(op, tensor) for pattern in self._sub_patterns)
        return next((result for result in results if result is not None), None)


class MatchResult:
    """Which operation, and which of its outputs, each pattern matched; patterns are found by their names too."""

    def __init__(self) -> None:
        self._matched: dict[Pattern, tuple[Any, Any]] = {}
        self._by_name: dict[str, Pattern] = {}

    def add(self, pattern: Pattern, op: Any, tensor: Any) -> None:
        """Keeps what a pattern matched; a name stands for one pattern only."""
        self._matched[pattern] = (op, tensor)
        if pattern.name is not None:
            if pattern.name in self._by_name:
                raise ValueError(f"Name {pattern.name} is already bound to another pattern")
            self._by_name[pattern.name] = pattern

    def get_op(self, pattern_or_name: Pattern | str) -> Any:
        """The operation, or None."""
        return self._get(pattern_or_name)[0]

    def get_tensor(self, pattern_or_name: Pattern | str) -> Any:
        """The output that led to the operation, or None."""
        return self._get(pattern_or_name)[1]

    def merge_from(self, other_match_result: MatchResult) -> None:
        """Takes over what another result holds."""
        self._matched.update(other_match_result._matched)
        self._by_name.update(other_match_result._by_name)

    def _get(self, pattern_or_name: Pattern | str) -> tuple[Any, Any]:
        if isinstance(pattern_or_name, str):
            pattern = self._by_name.get(pattern_or_name)
        elif isinstance(pattern_or_name, Pattern):
            pattern = pattern_or_name
        else:
            raise ValueError(f"pattern_or_name has type {type(pattern_or_name)}. Expect Pattern or str.")
        return (None, None) if pattern is None else self._matched.get(pattern, (None, None))


class GraphMatcher:
    """Finds the operations that match a pattern."""

    def __init__(self, pattern: Pattern) -> None:
        self._pattern = pattern

    def match_op(self, op: Any) -> MatchResult | None:
        """The match that begins at one operation, or None."""
        return self._pattern.match(op, tensor=None)

    def match_ops(self, ops: Iterable[Any]) -> Iterator[MatchResult]:
        """The matches that begin at some operations."""
        return (result for result in map(self.match_op, ops) if result is not None)

    def match_graph(self, graph: Any) -> Iterator[MatchResult]:
        """The matches in a graph as it is when they are first asked for."""
        return self.match_ops(graph.get_operations())
