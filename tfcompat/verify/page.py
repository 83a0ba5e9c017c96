"""The comparison as one HTML page: the verdict, the suspects, a curve for each fetched number, every departing row."""

from __future__ import annotations

from html import escape

import numpy as np

from tfcompat.verify.causes import Cause
from tfcompat.verify.comparison import Comparison, Row

_STYLE = """
body{font:15px/1.45 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #ddd;
vertical-align:top}code{font:13px ui-monospace,monospace}.same{color:#1d6b2f}.other{color:#a1141b}
figure{display:inline-block;margin:.5rem}svg{background:#f6f6f6}.old{stroke:#1b6ac9}
.new{stroke:#d9480f;stroke-dasharray:4 3}
polyline{fill:none;stroke-width:1.5}figcaption{font-size:13px;max-width:320px;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}svg{background:#262626}th,td{border-color:#444}
.same{color:#7fd692}.other{color:#ff8a8a}}
"""
_WIDTH, _HEIGHT, _CURVES, _ROWS = 320, 120, 24, 500


def page(comparison: Comparison, causes: tuple[Cause, ...]) -> str:
    """One page that loads nothing."""
    departing = comparison.departing
    verdict = (
        f"<p class=same>Equal: {comparison.compared} values compared.</p>"
        if not departing
        else f"<p class=other>{len(departing)} of {comparison.compared} values depart.</p>"
    )
    sides = "".join(
        f"<tr><td>{name}<td><code>{escape(side.script)}</code><td>{escape(side.tensorflow)}<td>{escape(side.python)}"
        f"<td>{len(side.runs)}</tr>"
        for name, side in (("old", comparison.old), ("new", comparison.new))
    )
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Old and new</title><style>{_STYLE}</style>"
        f"<h1>Old and new</h1>{verdict}<table><tr><th><th>script<th>TensorFlow<th>Python<th>runs</tr>{sides}</table>"
        + (f"<h2>First departure</h2>{_table([departing[0]])}" if departing else "")
        + (f"<h2>Likely causes</h2><ol>{''.join(map(_cause, causes))}</ol>" if departing and causes else "")
        + f"<h2>Fetched numbers, run by run</h2><p>Old is blue, new is orange.</p>{_curves(comparison)}"
        + (f"<h2>All departures</h2>{_table(list(departing[:_ROWS]))}" if departing else "")
        + "</html>\n"
    )


def _cause(cause: Cause) -> str:
    where = " ".join(f"<br><code>{escape(str(line))}</code>" for line in (cause.old_line, cause.line) if line)
    return f"<li>{escape(cause.kind)}: {escape(cause.what)}{where}</li>"


def _table(rows: list[Row]) -> str:
    body = "".join(
        f"<tr><td>{row.kind}<td>{row.run}<td><code>{escape(row.name)}</code><td>{escape(row.op)}"
        f"<td><code>{escape(str(row.line or row.old_line or ''))}</code><td>{row.largest:.3g}<td>{row.relative:.3g}"
        f"<td>{escape(row.what)}</tr>"
        for row in rows
    )
    return f"<table><tr><th>what<th>run<th>name<th>op<th>line<th>largest<th>relative<th>difference</tr>{body}</table>"


def _curves(comparison: Comparison) -> str:
    old, new = (_scalars(side.runs) for side in (comparison.old, comparison.new))
    drawn = [name for name, values in old.items() if name in new and len(values) > 1][:_CURVES]
    return "".join(
        f"<figure>{_curve(old[name], new[name])}<figcaption><code>{escape(name)}</code></figcaption></figure>"
        for name in drawn
    )


def _scalars(runs: list) -> dict[str, list[float]]:  # type: ignore[type-arg]
    """The numbers fetched under each name, in order."""
    found: dict[str, list[float]] = {}
    for run in runs:
        for value in run.fetches:
            if value.array is not None and value.shape == () and value.array.dtype.kind in "iuf":
                found.setdefault(value.name, []).append(float(value.array[0]))
    return found


def _curve(old: list[float], new: list[float]) -> str:
    both = np.array([*old, *new])
    finite = both[np.isfinite(both)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    length = max(len(old), len(new)) - 1 or 1

    def points(values: list[float]) -> str:
        step = max(1, len(values) // 400)
        return " ".join(
            f"{place * _WIDTH / length:.1f},{_HEIGHT - 4 - (value - low) / ((high - low) or 1) * (_HEIGHT - 8):.1f}"
            for place, value in list(enumerate(values))[::step]
            if np.isfinite(value)
        )

    lines = f'<polyline class=old points="{points(old)}"/><polyline class=new points="{points(new)}"/>'
    return f'<svg width={_WIDTH} height={_HEIGHT} role=img aria-label="{low:.4g} to {high:.4g}">{lines}</svg>'
