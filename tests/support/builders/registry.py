"""The roster of graph builders: small functions of TensorFlow 1 code, named `<file>.<function>`."""

import inspect
from typing import Any, Callable

BUILDERS = {}  # type: Dict[str, Builder]


class Builder:
    """One piece of TensorFlow 1 code: `make(tf)` or `make(tf, seed)` adds to the default graph and answers fetches."""

    def __init__(self, name: str, make: Callable[..., Any]) -> None:
        self.name = name
        self.make = make
        self.seeded = "seed" in inspect.signature(make).parameters

    def build(self, tf: Any, seed: Any) -> Any:
        return self.make(tf, seed) if self.seeded else self.make(tf)


def builder(make: Callable[..., Any]) -> Callable[..., Any]:
    """Enters a function under its own name."""
    add(make.__module__.rsplit(".", 1)[-1], make.__name__, make)
    return make


def add(topic: str, name: str, make: Callable[..., Any]) -> None:
    """Enters a function under a given name, for families made in a loop."""
    full = "%s.%s" % (topic, name)
    if full in BUILDERS:
        raise ValueError("builder %s exists twice" % full)
    BUILDERS[full] = Builder(full, make)
