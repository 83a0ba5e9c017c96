"""What matplotlib has dropped or renamed: `normed=`, styles, values of settings. The door to matplotlib."""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable
from typing import Any

PREAMBLES = ("pgf.preamble", "text.latex.preamble")
DROPPED = {"text.latex.unicode": bool}  # TeX reads UTF-8 in any case


def give(given: list[tuple[Any, str, Any]]) -> None:
    """`hist(normed=True)` is `density=True` again, and the styles of seaborn have their old names."""
    axes = importlib.import_module("matplotlib.axes").Axes
    original = axes.hist

    @functools.wraps(original)
    def hist(self: Any, x: Any, *arguments: Any, **keywords: Any) -> Any:
        if "normed" in keywords:
            keywords["density"] = bool(keywords.pop("normed")) or keywords.get("density", False)
        return original(self, x, *arguments, **keywords)

    axes.hist = hist
    given.append((axes, "hist", original))
    library = importlib.import_module("matplotlib.style").library
    for name in [name for name in library if name.startswith("seaborn-v0_8")]:
        library.setdefault(name.replace("-v0_8", ""), library[name])


def give_settings(given: list[tuple[Any, str, Any]]) -> None:
    """Settings take TeX preambles as lists of lines again, and those that matplotlib has dropped."""
    settings = importlib.import_module("matplotlib").RcParams
    original = settings.validate
    settings.validate = {**DROPPED, **original, **{key: _of_lines(original[key]) for key in PREAMBLES}}
    given.append((settings, "validate", original))


def _of_lines(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: check("\n".join(value) if isinstance(value, (list, tuple)) else value)
