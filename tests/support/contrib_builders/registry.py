"""The roster of a topic's builders: small functions of TensorFlow 1 code."""

import importlib
from typing import Any, Callable, Dict

ROSTERS = {}  # type: Dict[str, Dict[str, Callable[..., Any]]]


def builder(make: Callable[..., Any]) -> Callable[..., Any]:
    """Enters `make(tf)` under its own name; it adds to the default graph and answers fetches (see `play`)."""
    roster = ROSTERS.setdefault(make.__module__.rsplit(".", 1)[-1], {})
    if make.__name__ in roster:
        raise ValueError("builder %s exists twice in %s" % (make.__name__, make.__module__))
    roster[make.__name__] = make
    return make


def roster(topic: str) -> Dict[str, Callable[..., Any]]:
    """The builders of one topic, by name."""
    importlib.import_module("tests.support.contrib_builders." + topic)
    return ROSTERS[topic]
