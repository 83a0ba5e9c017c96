"""What matplotlib has dropped or renamed: `normed=` of histograms, and styles. The door to matplotlib."""

from __future__ import annotations

import functools
import importlib
from typing import Any


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
