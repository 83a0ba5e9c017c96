"""`tf.InteractiveSession` beside an open one.

It warns, as in 1.15 (TensorFlow 2 logs an error, which a notebook prints among the results); in a notebook, a cell that
is run again closes the session that it made.
"""

from __future__ import annotations

import warnings
import weakref
from collections.abc import Callable
from typing import Any

from tfcompat.backend import running_cell
from tfcompat.backend.replace import replaces

TEXT = (
    "An interactive session is already active. This can cause out-of-memory errors in some cases. You must explicitly "
    "call `InteractiveSession.close()` to release resources held by the other session(s)."
)
_MADE_IN = "_tfcompat_cell"
_last_session: Any = None


@replaces("tensorflow.python.client.session.InteractiveSession.__init__")
def interactive_session(original: Callable[..., Any], session: Any, *args: Any, **kwargs: Any) -> None:
    global _last_session
    before = _last_session() if _last_session is not None else None
    if before is not None and not before._closed and running_cell.ran_before(getattr(before, _MADE_IN, None)):
        before.close()
        running_cell.remark("the interactive session that this cell made before is closed")
    counting: Any = next(each for each in type(session).__mro__ if "_active_session_count" in vars(each))
    active, counting._active_session_count = counting._active_session_count, 0
    try:
        original(session, *args, **kwargs)
    finally:
        counting._active_session_count += active
    if active:
        warnings.warn(TEXT, stacklevel=3)
    if running_cell.current is not None:
        setattr(session, _MADE_IN, running_cell.current)
        _last_session = weakref.ref(session)
