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


current_view = _View()


def tf1_active() -> bool:
    """True while code that sees TensorFlow 1 runs in this thread."""
    return current_view.tf1


def set_default(tf1: bool) -> None:
    """Sets the view of this thread and of threads yet to start."""
    _View.default = tf1
    current_view.tf1 = tf1


@contextlib.contextmanager
def view(tf1: bool) -> Iterator[None]:
    """The given view for a block, in this thread only."""
    before = current_view.tf1
    current_view.tf1 = tf1
    try:
        yield
    finally:
        current_view.tf1 = before


class ViewFlag:
    """Stands for one of TensorFlow's global on/off switches and answers by the thread's view.

    TensorFlow tests these switches only for truth, so an object with `__bool__` can take their place.
    """

    def __init__(self, tf1: bool, tf2: bool) -> None:
        self.tf1 = tf1
        self.tf2 = tf2

    def __bool__(self) -> bool:
        return self.tf1 if current_view.tf1 else self.tf2

    def __repr__(self) -> str:
        return f"ViewFlag(tf1={self.tf1}, tf2={self.tf2})"
