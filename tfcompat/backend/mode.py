"""Which view of TensorFlow the current thread has: TensorFlow 1 (the user's) or TensorFlow 2 (a library's).

Everything that differs between the two at run time asks `tf1_active()`, so the views live side by side in one
process and one thread's view never changes another's.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator


class _View(threading.local):
    """Per-thread state. A new thread starts in the view that the process was given by `set_default`."""

    default = False

    def __init__(self) -> None:
        self.tf1: bool = _View.default


_view = _View()


def tf1_active() -> bool:
    """True while code that sees TensorFlow 1 runs in this thread."""
    return _view.tf1


def set_default(tf1: bool) -> None:
    """Sets the view of this thread and of threads yet to start."""
    _View.default = tf1
    _view.tf1 = tf1


@contextlib.contextmanager
def view(tf1: bool) -> Iterator[None]:
    """The given view for a block, in this thread only."""
    before = _view.tf1
    _view.tf1 = tf1
    try:
        yield
    finally:
        _view.tf1 = before


class ViewFlag:
    """Stands for one of TensorFlow's global on/off switches and answers by the thread's view.

    TensorFlow tests these switches only for truth, so an object with `__bool__` can take their place.
    """

    def __init__(self, in_tf1: bool) -> None:
        self.in_tf1 = in_tf1

    def __bool__(self) -> bool:
        return _view.tf1 == self.in_tf1

    def __repr__(self) -> str:
        return f"ViewFlag({'TF1' if self.in_tf1 else 'TF2'}, now {bool(self)})"
