"""What Python 2's strings could: `decode`, which text has no more, and the codecs that make text of text."""

from __future__ import annotations

import codecs
from typing import Any

# Codecs that Python 3 has for bytes alone, or for text alone; Python 2's strings took them all.
_OF_STRINGS = frozenset(
    "base64 base64_codec bz2 bz2_codec hex hex_codec quopri quoted_printable rot13 rot_13 string_escape uu zip zlib "
    "zlib_codec".split()
)
_decoded: Any = codecs.decode
_encoded: Any = codecs.encode
_TODAY = {"string_escape": "unicode_escape", "rot_13": "rot13"}


def decode(value: Any, *args: Any, **kwargs: Any) -> Any:
    """`value.decode(…)`; what is text already stays as it is, unless the codec makes text of text."""
    if not isinstance(value, str):
        return value.decode(*args, **kwargs)
    codec = _of_strings(args, kwargs)
    if codec is None:
        return value
    found: Any = _decoded(value if codec == "rot13" else value.encode("latin-1"), codec)
    return found.decode("latin-1") if isinstance(found, bytes) else found


def encode(value: Any, *args: Any, **kwargs: Any) -> Any:
    """`value.encode(…)`; text if the codec makes text of text."""
    codec = _of_strings(args, kwargs) if isinstance(value, (str, bytes)) else None
    if codec is None:
        return value.encode(*args, **kwargs)
    text = value if isinstance(value, str) else value.decode("latin-1")
    found: Any = _encoded(text if codec in ("rot13", "unicode_escape") else text.encode("latin-1"), codec)
    return found.decode("latin-1") if isinstance(found, bytes) else found


def field(value: Any) -> Any:
    """What a field of bytes in a protocol buffer is given: text as UTF-8, the encoding of the source that it was in."""
    if isinstance(value, str):
        return value.encode()
    return [field(each) for each in value] if isinstance(value, (list, tuple)) else value


def _of_strings(args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
    given = args[0] if args else kwargs.get("encoding")
    codec = given.lower().replace("-", "_") if isinstance(given, str) else ""
    return _TODAY.get(codec, codec) if codec in _OF_STRINGS else None
