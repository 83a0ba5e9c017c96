"""A part of a view's attention by its name: what `page/grid.js` is for the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np

from bert_tf.views import checks


def weights_of(query: np.ndarray, key: np.ndarray) -> np.ndarray:
    """softmax(query·keyᵀ / √D) over the keys: [..,T,D] twice -> [..,T,T]."""
    scores = query.astype("float64") @ key.astype("float64").swapaxes(-1, -2) / query.shape[-1] ** 0.5
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: np.ndarray = (shares / shares.sum(axis=-1, keepdims=True)).astype("float32")
    return found


class Neurons(NamedTuple):
    """How one token's attention comes about: query [D], key [Tk,D], their product [Tk,D], its sum over D divided by √D
    [Tk], and the weights [Tk]."""

    query: np.ndarray
    key: np.ndarray
    product: np.ndarray
    scores: np.ndarray
    weights: np.ndarray


class Part:
    """A block of one grid: `queries` and `keys` are its tokens, `layers` the numbers that there are."""

    def __init__(self, grid: Mapping[str, Any], part: Mapping[str, Any]) -> None:
        self.rows, self.columns = slice(*part["queries"]), slice(*part["keys"])
        self.name: str = part["name"]
        self.grid = grid
        self.queries: list[str] = grid["queries"][self.rows]
        self.keys: list[str] = grid["keys"][self.columns]
        self.layers: list[int] = grid["layers"]

    def places(self, layer: int) -> dict[int, int]:
        """The heads of a layer, and where each lies on the first axis of the grid's arrays."""
        at = self.layers.index(layer)
        before = sum(map(len, self.grid["heads"][:at]))
        return {head: before + place for place, head in enumerate(self.grid["heads"][at])}

    def heads(self, layer: int) -> dict[int, np.ndarray]:
        """Head -> its attention [Tq,Tk] in this part."""
        return {head: self._weights(place)[self.rows, self.columns] for head, place in self.places(layer).items()}

    def _weights(self, place: int) -> np.ndarray:
        if "weights" in self.grid:
            found: np.ndarray = self.grid["weights"].array[place]
            return found
        return weights_of(self.grid["query"].array[place], self.grid["key"].array[place])

    def neurons(self, layer: int, head: int, token: int) -> Neurons:
        """The numbers of one query of a grid that holds queries and keys."""
        place = self.places(layer)[head]
        query = self.grid["query"].array[place][self.rows][token]
        key = self.grid["key"].array[place][self.columns]
        weights = self._weights(place)[self.rows, self.columns][token]
        return Neurons(query, key, key * query, key @ query / len(query) ** 0.5, weights)

    def all_heads(self) -> list[int]:
        """Every head's number, whatever its layer."""
        return sorted({head for row in self.grid["heads"] for head in row})

    def chosen_layers(self, wanted: Iterable[int] | int | None) -> list[int]:
        """Raises ValueError for a layer that does not exist."""
        return checks.chosen("layer", wanted, self.layers)

    def chosen_heads(self, wanted: Iterable[int] | int | None) -> set[int]:
        """Raises ValueError for a head that no layer has."""
        return set(checks.chosen("head", wanted, self.all_heads()))

    def token(self, place: int | None) -> None:
        """Raises ValueError unless it is None or the place of a query."""
        if place is not None and not 0 <= place < len(self.queries):
            raise ValueError(f"the tokens are 0 to {len(self.queries) - 1}; received {place}.")


def part_of(data: Mapping[str, Any], name: str | None = None) -> Part:
    """The part of this name, or the first.

    Raises:
      ValueError: there is none of this name.
    """
    names = [part["name"] for part in data["parts"]]
    if name is not None and name not in names:
        raise ValueError(f"the parts are {', '.join(names)}; received {name!r}.")
    part = data["parts"][0 if name is None else names.index(name)]
    return Part(data["grids"][part["grid"]], part)
