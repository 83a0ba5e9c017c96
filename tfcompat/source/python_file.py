"""A Python file's text, by its coding cookie."""

from __future__ import annotations

import io
import tokenize


def decode(source: bytes) -> str:
    """The text of a Python file: by its byte order mark, its coding cookie, or as UTF-8; line ends are `\\n`.

    Raises:
      SyntaxError: the cookie names an encoding that Python does not know.
      UnicodeDecodeError: the bytes are not text in that encoding.
    """
    encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
    return io.TextIOWrapper(io.BytesIO(source), encoding, newline=None).read()
