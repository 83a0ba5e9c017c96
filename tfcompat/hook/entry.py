"""Reads from the running bytecode how an import was written."""

from __future__ import annotations

import opcode
from types import FrameType

from tfcompat.hook.project import sees_tf1

_IMPORT_NAME = opcode.opmap["IMPORT_NAME"]


def is_statement(frame: FrameType) -> bool:
    """Whether `frame` is at an import statement, not at a call of `__import__`."""
    return frame.f_code.co_code[frame.f_lasti] == _IMPORT_NAME


def imported_plainly(frame: FrameType | None) -> bool:
    """Whether the module body running in `frame` was started by a plain `import tfcompat` of the user's.

    `import tfcompat.v1`, `from tfcompat import …` and every import by a library leave the process as it is.
    """
    frame = frame.f_back if frame is not None else None
    while frame is not None and frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    if frame is None or not sees_tf1(frame.f_globals, frame):
        return False
    import dis  # loads much that nothing else needs

    before = None
    for instruction in dis.get_instructions(frame.f_code):
        if instruction.offset == frame.f_lasti:
            plain = before is not None and before.argval is None  # the list of a `from` import is pushed last
            return instruction.opname == "IMPORT_NAME" and instruction.argval == "tfcompat" and plain
        before = instruction
    return False
