"""`sets` of Python 2, on the builtin sets. Source: Lib/sets.py of Python 2.7.

One difference is kept: such a set is equal to a builtin one with the same elements.
"""

from __future__ import annotations

from typing import Any

__all__ = ["BaseSet", "ImmutableSet", "Set"]
_GIVE_SETS = (
    "__and__ __or__ __sub__ __xor__ copy difference intersection symmetric_difference union __rand__ __ror__ __rsub__ "
    "__rxor__"
).split()


class BaseSet:
    """What `Set` and `ImmutableSet` have in common; there is no set of this class itself."""

    def __init_subclass__(cls) -> None:
        for name in _GIVE_SETS:
            setattr(cls, name, _of_the_same_class(name, getattr(cls, name)))

    def __repr__(self: Any) -> str:
        return f"{type(self).__name__}({_sorted_if_possible(self)!r})"

    __str__ = __repr__


def _of_the_same_class(name: str, method: Any) -> Any:
    """The method, whose result is a set of its own object's class; operators take such sets alone."""

    def called(self: Any, *others: Any) -> Any:
        if name.startswith("__") and not isinstance(others[0], (BaseSet, set, frozenset)):
            return NotImplemented
        return type(self)(method(self, *others))

    called.__name__ = name
    return called


def _sorted_if_possible(elements: Any) -> list[Any]:
    """The elements in the order of their values, as small whole numbers were printed; else as they come."""
    try:
        return sorted(elements)
    except TypeError:
        return list(elements)


class ImmutableSet(BaseSet, frozenset[Any]):
    """A set that can be an element or a key."""

    __hash__ = frozenset.__hash__


class Set(BaseSet, set[Any]):
    """A set whose elements can change. One that becomes an element of another is taken as it is then."""

    __hash__ = None

    def add(self, element: Any) -> None:
        super().add(_fixed(element))

    def remove(self, element: Any) -> None:
        super().remove(_fixed(element))

    def discard(self, element: Any) -> None:
        super().discard(_fixed(element))

    def __contains__(self, element: Any) -> bool:
        return super().__contains__(_fixed(element))

    def union_update(self, other: Any) -> None:
        """`update` under its other name."""
        self.update(other)


for _each in (BaseSet, ImmutableSet, Set):
    _each.__module__ = "sets"


def _fixed(element: Any) -> Any:
    return ImmutableSet(element) if isinstance(element, Set) else element
