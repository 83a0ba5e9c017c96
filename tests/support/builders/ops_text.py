"""Ops as one line of text: `2|c` stands for `a/b/c` after `a/b/d`, as most names begin like the one before."""

from typing import List


def to_text(ops: List[str]) -> str:
    """The line that stands for a list of ops."""
    words, before = [], []  # type: List[str], List[str]
    for op in ops:
        parts = op.split("/")
        shared = 0
        while shared < min(len(parts), len(before)) - 1 and parts[shared] == before[shared]:
            shared += 1
        words.append("%d|%s" % (shared, "/".join(parts[shared:])) if shared else op)
        before = parts
    return " ".join(words)


def from_text(text: str) -> List[str]:
    """The list of ops that a line stands for."""
    ops, before = [], []  # type: List[str], List[str]
    for word in text.split():
        shared, bar, rest = word.partition("|")
        before = before[: int(shared)] + rest.split("/") if bar else word.split("/")
        ops.append("/".join(before))
    return ops
