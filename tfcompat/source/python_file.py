"""A Python file's text, by its coding cookie, and the same file with another text."""

from __future__ import annotations

import codecs
import difflib
import io
import re
import tokenize
from typing import NamedTuple


class SourceFile(NamedTuple):
    """What a file holds: its text with `\\n` at line ends, and what it takes to write it the way it was."""

    text: str
    encoding: str
    newline: str
    byte_order_mark: bool

    def encoded(self, text: str, ends: tuple[str, ...] = ()) -> bytes:
        """The bytes of the same file with another text: same encoding, byte order mark and line ends.

        `ends` are the line ends of this text, for a file that has several kinds: a line that stays keeps its own.

        Raises:
          UnicodeEncodeError: the encoding lacks a character of the text.
        """
        mark = codecs.BOM_UTF8 if self.byte_order_mark else b""
        plain = self._with_ends(text, ends) if ends else text.replace("\n", self.newline)
        return mark + plain.encode(self.encoding)

    def _with_ends(self, text: str, ends: tuple[str, ...]) -> str:
        old, new = self.text.split("\n"), text.split("\n")
        kept = [self.newline] * len(new)
        for each in difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            kept[each.b : each.b + each.size] = ends[each.a : each.a + each.size]
        kept = [*kept[: len(new) - 1], ""]
        return "".join(line + end for line, end in zip(new, kept, strict=True))


def read(source: bytes) -> SourceFile:
    """The text of a Python file and how it is written down; mixed line ends count as the first one.

    Raises:
      SyntaxError: the cookie names an encoding that Python does not know.
      UnicodeDecodeError: the bytes are not text in that encoding.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    mark = source.startswith(codecs.BOM_UTF8)
    plain = "utf-8" if encoding == "utf-8-sig" else encoding
    text = (source[len(codecs.BOM_UTF8) :] if mark else source).decode(plain)
    first = text.find("\n")
    newline = "\r\n" if first > 0 and text[first - 1] == "\r" else "\r" if first < 0 and "\r" in text else "\n"
    return SourceFile(text.replace("\r\n", "\n").replace("\r", "\n"), plain, newline, mark)


def line_ends(source: bytes) -> tuple[str, ...]:
    """The end of each line, and of the last line nothing, if the file has several kinds of line ends."""
    if not has_mixed_line_ends(source):
        return ()
    return (*(match.decode() for match in re.findall(rb"\r\n|\n|\r", source)), "")


def has_mixed_line_ends(source: bytes) -> bool:
    """Whether some lines of the file end otherwise than the others."""
    windows = source.count(b"\r\n")
    return (source.count(b"\n") - windows > 0) + (source.count(b"\r") - windows > 0) + (windows > 0) > 1


def decode(source: bytes) -> str:
    """The text of a Python file: by its byte order mark, its coding cookie, or as UTF-8; line ends are `\\n`.

    Raises:
      SyntaxError: the cookie names an encoding that Python does not know.
      UnicodeDecodeError: the bytes are not text in that encoding.
    """
    return read(source).text
