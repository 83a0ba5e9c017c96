"""A figure to draw a view on, light or dark."""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Sequence
from typing import Any, BinaryIO

import numpy as np

from bert_tf.views import fonts
from bert_tf.views.matplotlib_door import load

LIGHT = {"surface": "#ffffff", "text": "#1b1e24", "quiet": "#5b6270", "rule": "#dcdfe5", "raised": "#f4f5f7",
         "share": "#123f9e", "positive": "#b3401a", "negative": "#1d5fb4", "missing": "#e6e6e6"}  # fmt: skip
DARK = {"surface": "#16181d", "text": "#e8eaee", "quiet": "#a2a9b6", "rule": "#343943", "raised": "#21242b",
        "share": "#9cc2ff", "positive": "#ff9d6b", "negative": "#6fb1ff", "missing": "#2b2b2b"}  # fmt: skip


class Canvas:
    """A matplotlib figure without pyplot, so that nothing of it stays behind."""

    def __init__(self, dark: bool = False) -> None:
        self.colors = DARK if dark else LIGHT
        self.figure = load("figure").Figure(facecolor=self.colors["surface"], layout="constrained")

    def axes(self, rows: int, columns: int, width: float, height: float, **how: Any) -> Any:
        """Empty places to draw on, [rows, columns], each of about this size in inches."""
        self.figure.set_size_inches(max(columns * width, 2), max(rows * height, 1))
        made = self.figure.subplots(rows, columns, squeeze=False, **how)
        for each in made.flat:
            each.set_facecolor(self.colors["surface"])
            each.set_xticks([])
            each.set_yticks([])
            for edge in each.spines.values():
                edge.set_color(self.colors["rule"])
        return made

    def title(self, text: str) -> None:
        """The heading above everything."""
        kept = plain(text)
        kept = kept if len(kept) <= 90 else kept[:89] + "…"
        self.figure.suptitle(kept, fontsize=10, color=self.colors["text"], parse_math=False, wrap=True)

    def text(self, axes: Any, x: float, y: float, text: str, **how: Any) -> Any:
        """Text as it stands, never as a formula."""
        how = {"fontsize": 8, "color": self.colors["text"], **how}
        return axes.text(x, y, plain(text), parse_math=False, **how)

    def scale(self, signed: bool = False) -> Any:
        """The colours of shares, or of numbers with a sign."""
        ends = ("negative", "surface", "positive") if signed else ("surface", "share")
        made = load("colors").LinearSegmentedColormap.from_list("shares", [self.colors[each] for each in ends])
        return made.with_extremes(bad=self.colors["missing"])

    def matrix(
        self, axes: Any, values: np.ndarray, signed: bool = False, most: float | None = None, extent: Any = None
    ) -> None:
        """A matrix as colours with a thin edge; signed numbers from -most to most, shares from 0 to most (1).

        Args:
          extent: left, right, bottom and top, where it is not alone in its place.
        """
        known = values[np.isfinite(values)]
        most = most or (float(np.abs(known).max(initial=0)) if signed else 1.0) or 1.0
        low = -most if signed else 0.0
        axes.imshow(
            values, cmap=self.scale(signed), vmin=low, vmax=most, aspect="auto", interpolation="nearest", extent=extent
        )
        if extent is not None:
            left, right, bottom, top = extent
            self.box(axes, left, bottom, right - left, top - bottom, "none")

    def lines(self, axes: Any, segments: Any, colors: Any, widths: Any) -> None:
        """Many lines at once: [n] of [[x, y], …], colours with their strength, and widths in points."""
        axes.add_collection(load("collections").LineCollection(segments, colors=colors, linewidths=widths))

    def box(self, axes: Any, x: float, y: float, width: float, height: float, color: str = "raised") -> None:
        """A filled rectangle with a thin edge."""
        made = load("patches").Rectangle(
            (x, y), width, height, facecolor=self.colors.get(color, color), edgecolor=self.colors["rule"], linewidth=0.7
        )
        axes.add_patch(made)

    def arrow(self, axes: Any, start: tuple[float, float], end: tuple[float, float]) -> None:
        """A thin arrow."""
        how = {"arrowstyle": "-|>", "color": self.colors["quiet"], "linewidth": 0.7, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", end, start, arrowprops=how)

    def write(self, file: BinaryIO, format: str, dpi: int) -> None:
        """As png or svg; the same view gives the same bytes."""
        how = {"svg.fonttype": "none", "svg.hashsalt": "bert_tf"}
        texts = self.figure.findobj(load("text").Text)
        names = fonts.families(frozenset("".join(each.get_text() for each in texts)))
        for each in texts:
            each.set_fontfamily(names)
        metadata = {"Date": None} if format == "svg" else {"Software": None}
        with load().rc_context(how), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            self.figure.savefig(file, format=format, dpi=dpi, metadata=metadata, facecolor=self.figure.get_facecolor())


def plain(text: str) -> str:
    """The text with what cannot be seen or drawn as one mark, and not endlessly long."""
    kept = "".join("\ufffd" if unicodedata.category(letter) in ("Cc", "Cs", "Co", "Cn") else letter for letter in text)
    return kept if len(kept) <= 200 else kept[:199] + "…"


def faded(color: str, shares: Sequence[float]) -> np.ndarray:
    """One colour in the strengths given: [n, 4]."""
    made = np.tile(np.array(load("colors").to_rgba(color)), (len(shares), 1))
    made[:, 3] = np.clip(shares, 0, 1)
    return made
