"""What NLTK has renamed: `FreqDist.inc`, and the data that its functions ask `nltk.download` for."""

from __future__ import annotations

import functools
import importlib
from typing import Any

# data set -> the one that today's functions read in its place
SUCCESSORS = {
    "averaged_perceptron_tagger": "averaged_perceptron_tagger_eng",
    "maxent_ne_chunker": "maxent_ne_chunker_tab",
    "punkt": "punkt_tab",
}


def _inc(self: Any, sample: Any, count: int = 1) -> None:
    self[sample] += count


def give(given: list[tuple[Any, str, Any]]) -> None:
    """Adds what is missing and notes it in `given`; `nltk.download` brings successors along."""
    nltk: Any = importlib.import_module("nltk")
    if not hasattr(nltk.FreqDist, "inc"):
        nltk.FreqDist.inc = _inc
        given.append((nltk.FreqDist, "inc", None))
    original = nltk.download

    @functools.wraps(original)
    def download(info_or_id: Any = None, *arguments: Any, **keywords: Any) -> Any:
        done = original(info_or_id, *arguments, **keywords)
        if isinstance(info_or_id, str) and info_or_id in SUCCESSORS:
            return original(SUCCESSORS[info_or_id], *arguments, **keywords) and done
        return done

    nltk.download = download
    given.append((nltk, "download", original))
