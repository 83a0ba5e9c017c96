"""What a fixer finds in a file: where, which rule, what it becomes, and the edits that make it so."""

from __future__ import annotations

from typing import NamedTuple

from tfcompat.source.edits import Edit

AUTOMATIC, CARE, MANUAL = "automatic", "care", "manual"


class Finding(NamedTuple):
    """One old idiom. `start` and `end` are offsets in the text that was examined.

    `how` is `AUTOMATIC` (rewritten, same numbers), `CARE` (rewritten, or to be decided, where numbers may change) or
    `MANUAL` (nothing stands for it; `why` says what to use). `imports` are the import lines that the edits need;
    `starts` says that it is the lines at a program's start that mend it.
    """

    rule: str
    start: int
    end: int
    name: str
    replacement: str
    how: str
    why: str
    edits: tuple[Edit, ...] = ()
    imports: tuple[str, ...] = ()
    starts: bool = False


class Rule(NamedTuple):
    """What a fixer is about: its id, a title, what is wrong with the idiom today, and one example.

    `code` is an example and `becomes` what `upgrade` writes for it; None if it is to be done by hand.
    """

    id: str
    title: str
    why: str
    code: str
    becomes: str | None = None
