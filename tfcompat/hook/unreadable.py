"""What a file is that should be a notebook and is none, and how to get the notebook."""

from __future__ import annotations

import json

_MARKERS = (b"<<<<<<< ", b">>>>>>> ")


def reason(data: bytes) -> str | None:
    """Half a sentence about the file, or None for one that is JSON in UTF-8."""
    start = data.lstrip()[:200].lower()
    if not start:
        return "is empty"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "is UTF-16, and a notebook is UTF-8: save it again as UTF-8"
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "is a web page: download the notebook itself (on GitHub: Raw)"
    if start.startswith(b"version https://git-lfs"):
        return "is a pointer of Git LFS: `git lfs pull` fetches the notebook"
    for number, line in enumerate(data.splitlines(), 1):
        if line.startswith(_MARKERS):
            return f"has a merge conflict of git in line {number}: resolve it first"
    try:
        json.loads(data.decode("utf-8"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        return f"is no JSON from {place} on ({error.msg}): the file is damaged or cut off"
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        return f"is not UTF-8 in line {number} (byte 0x{data[error.start]:02x}): save it again as UTF-8"
    return None
