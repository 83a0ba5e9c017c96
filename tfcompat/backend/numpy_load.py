"""`numpy.load` as before NumPy 1.16.3: files with pickled objects are read, those that Python 2 wrote among them.

The user's code alone gets it, where it names neither `allow_pickle` nor `encoding` and the plain call fails; a remark
says so.
"""

from __future__ import annotations

import functools
import pickle
import sys
from typing import Any

from tfcompat.backend import callers, rereading, running_cell

_ARGUMENTS = ("mmap_mode", "allow_pickle", "fix_imports", "encoding")


def replacement(numpy: Any) -> Any:
    """The function that stands for `numpy.load`."""
    original = numpy.load
    plain = numpy.lib.npyio.NpzFile
    archive = _archive(plain)

    @functools.wraps(original)
    def load(file: Any, *arguments: Any, **keywords: Any) -> Any:
        given = {**dict(zip(_ARGUMENTS, arguments, strict=False)), **keywords}
        frame, start = sys._getframe(1), rereading.place(file)
        while True:
            try:
                found = original(file, **given)
                break
            except (ValueError, pickle.UnpicklingError) as error:
                more = _old_default(error, given)
                if not more or not callers.sees_tf1(frame.f_globals, frame) or not rereading.back(file, start):
                    raise
                given |= more
                _say(more, rereading.called(file))
        if type(found) is plain and callers.sees_tf1(frame.f_globals, frame):
            found.__class__ = archive
            found.tfcompat_given, found.tfcompat_file = given, rereading.called(file)
        return found

    return load


def _old_default(error: Exception, given: dict[str, Any]) -> dict[str, Any]:
    """The argument whose old default reads what failed; none where the caller chose it."""
    if isinstance(error, UnicodeError) or isinstance(error.__cause__, UnicodeError):
        more: dict[str, Any] = {"encoding": "latin1"}
    elif "allow_pickle" in str(error):
        more = {"allow_pickle": True}
    else:
        return {}
    return {} if given.keys() & more else more


def _say(more: dict[str, Any], name: str) -> None:
    if "encoding" in more:
        running_cell.remark(f"{name} was pickled by Python 2; it is loaded with encoding='latin1'")
    else:
        text = "holds pickled objects; they are loaded, as NumPy did before 1.16.3, though a pickle can run any code"
        running_cell.remark(f"{name} {text}: np.load(…, allow_pickle=False) refuses them")


def _archive(base: Any) -> Any:
    class NpzFile(base):
        """An .npz file that the user's code opened: its arrays are read when they are asked for."""

        tfcompat_given: dict[str, Any]
        tfcompat_file: str
        pickle_kwargs: dict[str, Any]

        def __getitem__(self, key: Any) -> Any:
            while True:
                try:
                    return super().__getitem__(key)
                except ValueError as error:
                    more = _old_default(error, self.tfcompat_given)
                    if not more:
                        raise
                    self.tfcompat_given |= more
                    self.allow_pickle = self.tfcompat_given.get("allow_pickle", False)
                    if "encoding" in more:
                        self.pickle_kwargs = {**self.pickle_kwargs, **more}
                    _say(more, self.tfcompat_file)

    NpzFile.__module__, NpzFile.__qualname__ = base.__module__, base.__qualname__
    return NpzFile
