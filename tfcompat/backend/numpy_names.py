"""Names and functions of the NumPy of TensorFlow 1's time that NumPy has dropped since 1.20, given back to it.

Scripts for TensorFlow 1 say `np.int`, `np.float`, `np.infty` or `np.fromstring(bytes, dtype)`. Only what is missing is
added, so no library sees a name change its meaning.
"""

from __future__ import annotations

import builtins
import functools
import math
from typing import Any

from tfcompat.backend import numpy_calls

_given: dict[str, Any] = {}  # what stood there before, or None for nothing

# What NumPy called a type or function, and where it is now: in `builtins`, or in NumPy under today's name.
_BUILTINS = "bool complex float int object str".split()
_TODAY = {
    "Inf": "inf",
    "Infinity": "inf",
    "PINF": "inf",
    "infty": "inf",
    "NAN": "nan",
    "NaN": "nan",
    "alltrue": "all",
    "bool8": "bool_",
    "bytes0": "bytes_",
    "cfloat": "complex128",
    "clongfloat": "clongdouble",
    "complex_": "complex128",
    "cumproduct": "cumprod",
    "float_": "float64",
    "int0": "intp",
    "longcomplex": "clongdouble",
    "longfloat": "longdouble",
    "mat": "asmatrix",
    "object0": "object_",
    "product": "prod",
    "round_": "round",
    "row_stack": "vstack",
    "singlecomplex": "complex64",
    "sometrue": "any",
    "str0": "str_",
    "string_": "bytes_",
    "trapz": "trapezoid",
    "uint0": "uintp",
    "unicode_": "str_",
}
_EXCEPTIONS = "AxisError ComplexWarning RankWarning VisibleDeprecationWarning".split()


def given() -> bool:
    return bool(_given)


def give() -> None:
    """Adds what is missing; a second call adds nothing."""
    import numpy

    if _given:
        return
    for name, value in _all(numpy).items():
        if name not in vars(numpy):
            _given[name] = None
            setattr(numpy, name, value)
    changed = {"fromstring": _fromstring(numpy.fromstring), **numpy_calls.replacements(numpy)}
    for name, value in changed.items():
        _given[name] = getattr(numpy, name)
        setattr(numpy, name, value)


def take_back() -> None:
    """NumPy as it was imported."""
    if not _given:
        return
    import numpy

    for name, before in _given.items():
        if before is None:
            delattr(numpy, name)
        else:
            setattr(numpy, name, before)
    _given.clear()


def _all(numpy: Any) -> dict[str, Any]:
    names = {name: getattr(builtins, name) for name in _BUILTINS}
    names |= {name: vars(numpy)[today] for name, today in _TODAY.items() if today in vars(numpy)}
    exceptions = vars(getattr(numpy, "exceptions", numpy))
    names |= {name: exceptions[name] for name in _EXCEPTIONS if name in exceptions}
    names |= {"unicode": str, "long": int, "math": math, "NINF": -numpy.inf, "PZERO": 0.0, "NZERO": -0.0}
    return names | {each.__name__: each for each in (asfarray, asscalar, in1d, msort)}


def _fromstring(original: Any) -> Any:
    @functools.wraps(original)
    def fromstring(string: Any, dtype: Any = float, count: int = -1, *, sep: str = "", **like: Any) -> Any:
        if sep != "":
            return original(string, dtype, count, sep=sep, **like)
        import numpy

        data = string.encode("latin1") if isinstance(string, str) else string
        return numpy.frombuffer(data, dtype, count).copy()

    return fromstring


def asfarray(a: Any, dtype: Any = float) -> Any:
    """`numpy.asfarray`: an array of a floating type, of `dtype` if that is one."""
    import numpy

    return numpy.asarray(a, dtype=dtype if numpy.issubdtype(dtype, numpy.inexact) else float)


def asscalar(a: Any) -> Any:
    """`numpy.asscalar`: the one element of an array as a Python number."""
    return a.item()


def in1d(ar1: Any, ar2: Any, assume_unique: bool = False, invert: bool = False) -> Any:
    """`numpy.in1d`: for each element of the flattened `ar1` whether it is in `ar2`."""
    import numpy

    return numpy.isin(numpy.ravel(ar1), ar2, assume_unique=assume_unique, invert=invert)


def msort(a: Any) -> Any:
    """`numpy.msort`: a copy sorted along the first axis."""
    import numpy

    return numpy.sort(a, axis=0)
