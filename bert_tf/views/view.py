"""`View`: data, and the ways to look at it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bert_tf.views import notebook, page, pictures
from bert_tf.views.packing import Packed, pack

SUFFIXES = (".html", ".png", ".svg", ".json")


class View:
    """Something to look at: a page, a picture, or data.

    `data` is a mapping of lists, strings and numbers, whose arrays are `Packed` (float32, nothing lost). Its `kind`
    names the script that draws it (`page/KIND.js`) and the module that paints it (`pictures/KIND.py`).
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.data = data

    @property
    def kind(self) -> str:
        return str(self.data["kind"])

    @property
    def title(self) -> str:
        return str(self.data["title"])

    def json(self) -> str:
        """The data as the page holds it: ASCII, arrays as `packing` writes them."""
        return json.dumps(self.data, default=_packed, separators=(",", ":"), allow_nan=False)

    def html(self) -> str:
        """One page with its script, style and data inside, that asks no other address for anything."""
        return page.build(self.kind, self.title, self.json())

    def save(self, path: str | Path, **chosen: Any) -> Path:
        """Writes a page, a picture or the data, by the file's ending: .html, .png, .svg or .json.

        Args:
          chosen: for pictures, as of `png`.

        Raises:
          ValueError: another ending, or what was chosen does not exist; nothing is written.
        """
        path = Path(path)
        if path.suffix.lower() not in SUFFIXES:
            raise ValueError(f"a view is saved as {', '.join(SUFFIXES)}; received {path.name!r}.")
        kind = path.suffix.lower()[1:]
        if kind in ("png", "svg"):
            content = self.picture(kind, **chosen)
        elif chosen:
            raise ValueError(f"{', '.join(chosen)} are for pictures; a page shows everything.")
        else:
            content = (self.html() if kind == "html" else self.json()).encode("ascii")
        path.write_bytes(content)
        return path

    def png(self, path: str | Path, **chosen: Any) -> Path:
        """Writes a picture, drawn by matplotlib without a browser.

        Args:
          chosen: `layers` and `heads` (numbers; all by default, or what the kind can show at once), `dpi` (200),
            `dark` (False), and what the kind's module in `pictures` takes besides.
        """
        return _write(path, self.picture("png", **chosen))

    def svg(self, path: str | Path, **chosen: Any) -> Path:
        """As `png`, as vectors with the text as text."""
        return _write(path, self.picture("svg", **chosen))

    def picture(self, format: str, **chosen: Any) -> bytes:
        """The picture itself, `format` being png or svg."""
        return pictures.paint(self.data, format, **chosen)

    def __repr__(self) -> str:
        return f"<{self.kind} view of {self.title!r}: show it in a notebook, or .save('FILE.html')>"

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        """What notebooks show: a frame of its own for the page, and a picture where scripts do not run."""
        return notebook.bundle(self)


def _packed(value: Any) -> Any:
    if isinstance(value, Packed):
        return pack(value)
    raise TypeError(f"a view's data is of lists, strings, numbers and Packed; received {type(value).__name__}.")


def _write(path: str | Path, content: bytes) -> Path:
    Path(path).write_bytes(content)
    return Path(path)
