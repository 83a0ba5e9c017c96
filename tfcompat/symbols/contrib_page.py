"""The page that lists every public name of 1.15's `tf.contrib` and how it is served, made from the vocabulary.

`python -m tfcompat.symbols.contrib_page` writes it beside the code: `tfcompat/tf1/contrib/NAMES.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tfcompat.symbols import ours, vocabulary
from tfcompat.symbols.lookup import lookup
from tfcompat.symbols.symbol import OURS, Symbol

FILE = Path(__file__).parent.parent / "tf1" / "contrib" / "NAMES.md"

_HEAD = """# `tf.contrib`, name by name

Made from the vocabulary of TensorFlow 1.15 by `python -m tfcompat.symbols.contrib_page`; do not edit.

**{served} of {all} names are served.** The others raise an `AttributeError` that says what the name was, why it is
gone and what to use instead; the same words stand here. Counted are the names of the {modules} modules of
`tf.contrib` and of the modules inside them.

*ours*: built here, to 1.15's numbers. *tf-slim*, *TensorFlow*, *tf_keras*, *tensorflow-estimator*: the same function,
in that package.

| module | served | of |
|---|---:|---:|
"""


def text() -> str:
    """The whole page."""
    modules = {path: _symbols(path) for path in _paths()}
    everything = [symbol for symbols in modules.values() for symbol in symbols]
    head = _HEAD.format(
        served=sum(map(is_served, everything)), all=len(everything), modules=len(vocabulary.members("contrib"))
    )
    rows = "".join(f"| `{path}` | {sum(map(is_served, found))} | {len(found)} |\n" for path, found in modules.items())
    return head + rows + "".join(_section(path, found) for path, found in modules.items())


def is_served(symbol: Symbol) -> bool:
    """Whether the name works when it is asked for."""
    return symbol.served == OURS


def _paths() -> list[str]:
    """The modules below `contrib` that have public names, sorted."""
    found = {name.rpartition(".")[0] for name in vocabulary.names() if name.startswith("contrib.")}
    return sorted(found - {"contrib"})


def _symbols(path: str) -> list[Symbol]:
    found = [lookup(f"{path}.{name}") for name in vocabulary.members(path)]
    return [symbol for symbol in found if symbol is not None]


def _section(path: str, symbols: list[Symbol]) -> str:
    return f"\n## `{path}`\n\n" + "".join(f"- {line}\n" for line in _lines(symbols))


def _lines(symbols: list[Symbol]) -> Iterator[str]:
    """One line for each way of serving, then one for each reason."""
    served: dict[str, list[str]] = {}
    gone: dict[str, list[str]] = {}
    for symbol in symbols:
        last = f"`{symbol.name.rpartition('.')[2]}`"
        if is_served(symbol):
            served.setdefault(_way(symbol), []).append(last)
        else:
            gone.setdefault(f"{symbol.was}; {symbol.reason}. Instead: {symbol.advice}", []).append(last)
    for way, names in sorted(served.items()):
        yield f"{way}: {', '.join(names)}"
    for why, names in sorted(gone.items()):
        yield f"gone: {', '.join(names)} ({why})"


def _way(symbol: Symbol) -> str:
    """Who serves the name, by where its home is (see `tfcompat.tf1.lazy`)."""
    home = ours.home(symbol.name)
    for start, way in _WAYS.items():
        if home == start or home.startswith(f"{start}."):
            return way
    return "ours"


_WAYS = {
    "tf_slim": "tf-slim",
    "tf.keras": "tf_keras",
    "tf.layers": "tf_keras",
    "tf.nn.rnn_cell": "tf_keras",
    "tf": "TensorFlow",
    "tensorflow": "TensorFlow",
    "tf_keras": "tf_keras",
    "tensorflow_estimator": "tensorflow-estimator",
    "tensorboard": "tensorboard",
}

if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
