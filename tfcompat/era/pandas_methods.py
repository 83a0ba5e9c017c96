"""Methods of pandas' Series and DataFrame, and functions, that pandas has dropped. The door to pandas."""

from __future__ import annotations

import functools
import importlib
import inspect
import sys
from typing import Any

from tfcompat.backend import callers


class _Ix:
    """`frame.ix[rows, columns]`: by label, and by position where a label is no such thing."""

    def __init__(self, holder: Any) -> None:
        self._holder = holder

    def __getitem__(self, key: Any) -> Any:
        return self._at(key)[self._key(key)]

    def __setitem__(self, key: Any, value: Any) -> None:
        self._at(key)[self._key(key)] = value

    def _at(self, key: Any) -> Any:
        return self._holder.loc

    def _key(self, key: Any) -> Any:
        """Positions become labels on axes whose labels are no whole numbers."""
        parts = key if isinstance(key, tuple) else (key,)
        found = tuple(_labels(part, self._holder.axes[place]) for place, part in enumerate(parts))
        return found if isinstance(key, tuple) else found[0]


def _labels(part: Any, axis: Any) -> Any:
    if axis.dtype.kind in "iu" or axis.dtype.kind == "b":
        return part
    if isinstance(part, slice) and all(each is None or isinstance(each, int) for each in (part.start, part.stop)):
        return axis[part]
    if isinstance(part, int) and not isinstance(part, bool):
        return axis[part]
    if isinstance(part, (list, tuple)) and part and all(isinstance(e, int) and not isinstance(e, bool) for e in part):
        return axis[list(part)]
    return part


def _append(
    self: Any, other: Any, ignore_index: bool = False, verify_integrity: bool = False, sort: Any = False
) -> Any:
    pandas = importlib.import_module("pandas")
    if isinstance(other, dict):
        other = pandas.Series(other)
    if isinstance(other, pandas.Series) and isinstance(self, pandas.DataFrame):
        if other.name is None and not ignore_index:
            raise TypeError("Can only append a Series if ignore_index=True or if the Series has a name")
        other = other.to_frame().T.infer_objects()
    others = list(other) if isinstance(other, (list, tuple)) else [other]
    options = {"sort": bool(sort)} if isinstance(self, pandas.DataFrame) else {}
    return pandas.concat([self, *others], ignore_index=ignore_index, verify_integrity=verify_integrity, **options)


def _as_matrix(self: Any, columns: Any = None) -> Any:
    return (self if columns is None else self[columns]).values


def _get_value(self: Any, index: Any, col: Any = None, takeable: bool = False) -> Any:
    if takeable:
        return self.iat[index] if col is None else self.iat[index, col]
    return self.at[index] if col is None else self.at[index, col]


def _set_value(self: Any, index: Any, *rest: Any) -> Any:
    *col, value = rest
    self.at[(index, *col) if col else index] = value
    return self


METHODS = {
    "append": _append,
    "as_matrix": _as_matrix,
    "get_value": _get_value,
    "set_value": _set_value,
    "ix": property(_Ix),
    "iteritems": lambda self: self.items(),
}


def _value_counts(values: Any, *arguments: Any, **keywords: Any) -> Any:
    """`pandas.value_counts`: how often each value occurs."""
    pandas = importlib.import_module("pandas")
    series = values if isinstance(values, pandas.Series) else pandas.Series(values)
    names = "sort ascending normalize bins dropna".split()
    return series.value_counts(**dict(zip(names, arguments, strict=False)), **keywords)


def functions() -> dict[str, Any]:
    """What the module itself has dropped."""
    pandas = importlib.import_module("pandas")
    return {
        "datetime": importlib.import_module("datetime").datetime,
        "np": importlib.import_module("numpy"),
        "scatter_matrix": lambda *arguments, **keywords: pandas.plotting.scatter_matrix(*arguments, **keywords),
        "value_counts": _value_counts,
    }


def _with_numbers(get_dummies: Any) -> Any:
    """`pandas.get_dummies` that gives ones and zeros where code of TensorFlow 1 calls it; since pandas 2.0 it gives
    bools, which make an array of objects of a table of numbers."""
    place = list(inspect.signature(get_dummies).parameters).index("dtype")

    @functools.wraps(get_dummies)
    def called(*arguments: Any, **keywords: Any) -> Any:
        frame = sys._getframe(1)
        if len(arguments) <= place and callers.sees_tf1(frame.f_globals, frame):
            keywords.setdefault("dtype", "uint8")
        return get_dummies(*arguments, **keywords)

    return called


def give(given: list[tuple[Any, str, Any]]) -> None:
    """Adds the methods that are missing, and notes each in `given`."""
    pandas: Any = importlib.import_module("pandas")
    given.append((pandas, "get_dummies", pandas.get_dummies))
    pandas.get_dummies = _with_numbers(pandas.get_dummies)
    for holder in (pandas.Series, pandas.DataFrame):
        for name, method in METHODS.items():
            if not hasattr(holder, name):
                setattr(holder, name, method)
                given.append((holder, name, None))
