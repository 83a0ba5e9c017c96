"""Queries and keys as data, dimension by dimension; `neuron_view`.

As of `attention`, and each grid holds "query" [heads, queries, D] and "key" [heads, keys, D] besides. "weights" are
left out of a large view where they are what the queries and keys give: softmax(query·keyᵀ / √D).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.arrays import by_layer
from bert_tf.views.attention import Numbers, make_data, make_grid, stack, title_of
from bert_tf.views.of_model import read
from bert_tf.views.packing import FINE_UP_TO, Packed
from bert_tf.views.parts import weights_of
from bert_tf.views.view import View

STAGES = [f"layer.*.attention.{part}" for part in ("query", "key", "probs")]
FOLLOWS = 1e-4  # the largest difference of weights that follow from queries and keys


class NeuronView:
    """How the attention of one token comes about: query times key in each dimension, their sum, and the softmax."""

    def __call__(
        self,
        model: Any,
        tokenizer: Any,
        text: str,
        text_b: str | None = None,
        *,
        layer: int | None = None,
        head: int | None = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of a text, or of a pair, read by a model; the arguments are those of `head_view`."""
        got = read(model, tokenizer, text, text_b, STAGES)
        arrays = {name: by_layer(name, got.found) for name in ("attention", "query", "key")}
        grid = _grid(arrays, got.tokens, include_layers, include_heads, got.pruned)
        return View(make_data("neuron", title or got.title, [grid], got.second, layer, head))

    def from_arrays(
        self,
        query: Any,
        key: Any,
        tokens: Sequence[str] | None = None,
        attention: Any = None,
        sentence_b_start: int | None = None,
        *,
        layer: int | None = None,
        head: int | None = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of what some model of any framework gave.

        Args:
          query, key: one array [1,N,T,D] or [N,T,D] a layer, or a trace that holds them.
          tokens: the T strings.
          attention: as for `head_view`; without it the softmax of query·keyᵀ / √D, with nothing masked.

        Raises:
          ValueError: the shapes, the values or the choice do not fit.
        """
        names = checks.tokens("tokens", tokens)
        arrays = {"query": by_layer("query", query), "key": by_layer("key", key)}
        check_vectors(arrays, len(names))
        if attention is None:
            arrays["attention"] = {
                each: weights_of(arrays["query"][each], arrays["key"][each]) for each in arrays["key"]
            }
        else:
            arrays["attention"] = by_layer("attention", attention)
        grid = _grid(arrays, names, include_layers, include_heads, {})
        return View(make_data("neuron", title or title_of(names), [grid], sentence_b_start, layer, head))

    def __repr__(self) -> str:
        return "bert_tf.views.neuron_view"


neuron_view = NeuronView()


def check_vectors(arrays: Mapping[str, Mapping[int, np.ndarray]], length: int) -> None:
    """Raises ValueError unless queries and keys have the same layers and shapes [N,T,D], and are finite."""
    if list(arrays["query"]) != list(arrays["key"]):
        raise ValueError(
            f"query and key have the same layers; received {checks.ranges(list(arrays['query']))} and "
            f"{checks.ranges(list(arrays['key']))}."
        )
    for layer, query in arrays["query"].items():
        key = arrays["key"][layer]
        if query.shape != key.shape or query.shape[1] != length:
            raise ValueError(
                f"query and key of layer {layer} have the shape [N,{length},D]; received {list(query.shape)} and "
                f"{list(key.shape)}."
            )
        if not (np.isfinite(query).all() and np.isfinite(key).all()):
            raise ValueError(f"query and key of layer {layer} are of finite numbers; received others.")


def _grid(
    arrays: Mapping[str, Mapping[int, np.ndarray]], tokens: list[str], layers: Numbers, heads: Numbers,
    pruned: Mapping[int, tuple[int, ...]],
) -> dict[str, Any]:  # fmt: skip
    attention = arrays["attention"]
    grid, picked = make_grid("", attention, tokens, tokens, layers, heads, pruned)
    query, key = stack(arrays["query"], picked), stack(arrays["key"], picked)
    grid |= {"query": Packed(query), "key": Packed(key)}
    weights = grid["weights"].array
    if weights.size > FINE_UP_TO and np.abs(weights - weights_of(query, key)).max() < FOLLOWS:
        del grid["weights"]
    return grid
