"""Uncaught errors shown with the user's own lines, and below them what happened and what to do."""

from __future__ import annotations

import contextlib
import os
import sys
from types import TracebackType
from typing import Any

from tfcompat.explain.search import explain
from tfcompat.hook import guard
from tfcompat.hook.installed import HERE

_RUNNER = os.path.join(HERE, "hook", "script.py")
_original: Any = None


def install() -> None:
    global _original
    if _original is None:
        _original = sys.excepthook
        sys.excepthook = show


def uninstall() -> None:
    global _original
    if _original is not None and sys.excepthook is show:
        sys.excepthook = _original
    _original = None


def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Stands for `sys.excepthook`: the ordinary traceback without tfcompat's own frames, then the explanation."""
    hide_our_frames(error)
    (_original or sys.__excepthook__)(kind, error, error.__traceback__)
    text = explanation(error)
    if text:
        print(f"\n{text}", file=sys.stderr)


def explanation(error: BaseException) -> str | None:
    """`tfcompat: what happened` and `what to do`, on two lines, or None for an error that explains itself."""
    row = explain(error)
    return None if row is None else f"tfcompat: {row.what}\nWhat to do: {row.todo}"


def hide_our_frames(error: BaseException | None) -> None:
    """Takes the frames inside tfcompat out of an exception's traceback, and of those it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        error.__traceback__ = _without_ours(error.__traceback__)
        hide_our_frames(error.__context__ if error.__cause__ is not None else None)
        error = error.__cause__ or error.__context__


def _without_ours(trace: TracebackType | None) -> TracebackType | None:
    frames = []
    while trace is not None:
        frames.append(trace)
        trace = trace.tb_next
    starts = [index for index, each in enumerate(frames) if each.tb_frame.f_code.co_filename == _RUNNER]
    frames = frames[starts[-1] + 1 :] if starts else frames  # the interpreter's way to the script is no news either
    kept = []
    for before, each in zip([None, *frames], frames, strict=False):
        path = each.tb_frame.f_code.co_filename
        if guard.is_trampoline(each.tb_frame.f_code):
            continue
        through_us = before is not None and _is_ours(before.tb_frame.f_code.co_filename)
        if not _is_ours(path) and not (through_us and path == contextlib.__file__):
            kept.append(each)
    following = None
    for each in reversed(kept):
        each.tb_next = following
        following = each
    return following


def _is_ours(path: str) -> bool:
    # What tfcompat brings of TensorFlow 1 (tf1/) may well be where an error is; the machinery never is.
    return path.startswith(HERE + os.sep) and not path.startswith(os.path.join(HERE, "tf1") + os.sep)
