"""Pictures of views without a browser: one module a kind, whose `paint` draws on a figure."""

from __future__ import annotations

import importlib
import importlib.util
import io
from typing import Any


def available() -> bool:
    """Whether matplotlib is installed; imports nothing."""
    return importlib.util.find_spec("matplotlib") is not None


def paint(data: dict[str, Any], format: str, dpi: int = 200, dark: bool = False, **chosen: Any) -> bytes:
    """The picture of a view's data as a png's or svg's bytes.

    Args:
      dpi: dots an inch, of a png.
      dark: light on dark.
      chosen: what the kind's module takes.

    Raises:
      ModuleNotFoundError: matplotlib is not installed.
      ValueError: what was chosen does not exist.
    """
    from bert_tf.views.pictures.canvas import Canvas

    kind = importlib.import_module(f"bert_tf.views.pictures.{data['kind']}")
    canvas = Canvas(dark)
    kind.paint(canvas, data, **chosen)
    buffer = io.BytesIO()
    canvas.write(buffer, format, dpi)
    return buffer.getvalue()
