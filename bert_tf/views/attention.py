"""Attention as data: whose attention to whom, by layer and head; `head_view` and `model_view`.

    {"version": 1, "kind": "head", "title": "…", "colors": ["#…", …],
     "grids": [{"name": "", "queries": [tokens], "keys": [tokens], "layers": [0, 1], "heads": [[0, 1, 2], [0, 2]],
                "weights": [5, queries, keys]}],
     "parts": [{"name": "All", "grid": 0, "queries": [0, 9], "keys": [0, 9]}, …],
     "start": {"part": 0, "layer": 0, "heads": [0, 1, 2]}}

A grid holds the matrices of all its layers' heads, one after the other; `heads` are the numbers that they had before
any pruning. A part is a block of a grid: of a pair of texts all of it, A to A, B to B, A to B and B to A.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.arrays import by_layer
from bert_tf.views.colors import head_colors
from bert_tf.views.of_model import read
from bert_tf.views.packing import Packed
from bert_tf.views.view import View

Numbers = Iterable[int] | int | None
MARKS = {"Ġ": " ", "▁": " ", "</w>": ""}  # of other tokenizers, for the start or end of a word
_NOTHING: Mapping[int, tuple[int, ...]] = {}


class AttentionView:
    """A view of attention: call it with a model and a text, or `from_arrays` with what any framework gave."""

    def __init__(self, kind: str, purpose: str) -> None:
        self.kind = kind
        self.__doc__ = purpose

    def __call__(
        self,
        model: Any,
        tokenizer: Any,
        text: str,
        text_b: str | None = None,
        *,
        layer: int | None = None,
        heads: Numbers = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of a text, or of a pair, read by a model.

        Args:
          model: a `BertModel`, or any Keras model with one inside.
          tokenizer: what makes ids of the text.
          layer, heads: what is shown first; by default the first layer that there is, and all heads.
          include_layers, include_heads: what is there at all; by default everything.

        Raises:
          ValueError: a text is empty or too long, or a layer or head does not exist.
        """
        got = read(model, tokenizer, text, text_b, "layer.*.attention.probs")
        grid, _ = make_grid("", by_layer("attention", got.found), got.tokens, got.tokens, include_layers, include_heads,
                         got.pruned)  # fmt: skip
        return View(make_data(self.kind, title or got.title, [grid], got.second, layer, heads))

    def from_arrays(
        self,
        attention: Any = None,
        tokens: Sequence[str] | None = None,
        sentence_b_start: int | None = None,
        *,
        layer: int | None = None,
        heads: Numbers = None,
        include_layers: Numbers = None,
        include_heads: Numbers = None,
        title: str | None = None,
        prettify_tokens: bool = True,
        encoder_attention: Any = None,
        decoder_attention: Any = None,
        cross_attention: Any = None,
        encoder_tokens: Sequence[str] | None = None,
        decoder_tokens: Sequence[str] | None = None,
    ) -> View:
        """The view of attention that some model of any framework gave; the names are bertviz'.

        Args:
          attention: as `arrays.by_layer` takes it: Hugging Face's tuple of [1,N,T,T], [L,N,T,T], a trace, …
          tokens: the T strings.
          sentence_b_start: the place of the second text's first token.
          prettify_tokens: whether other tokenizers' marks of a word's start or end are taken off.
          encoder_attention, decoder_attention, cross_attention, encoder_tokens, decoder_tokens: instead of
            `attention` and `tokens`, for a model with an encoder and a decoder.

        Raises:
          ValueError: the shapes, the values or the choice do not fit.
        """
        given = [("Encoder", "encoder_attention", encoder_attention, encoder_tokens, encoder_tokens),
                 ("Decoder", "decoder_attention", decoder_attention, decoder_tokens, decoder_tokens),
                 ("Cross", "cross_attention", cross_attention, decoder_tokens, encoder_tokens)]  # fmt: skip
        given = [row for row in given if row[2] is not None]
        if (attention is None) == (not given):
            raise ValueError("give either attention, or encoder_attention, decoder_attention and cross_attention.")
        if attention is not None:
            given = [("", "attention", attention, tokens, tokens)]
        grids = []
        for name, argument, values, queries, keys in given:
            names = [checks.tokens("tokens", each) for each in (queries, keys)]
            if prettify_tokens:
                names = [[_plain(token) for token in each] for each in names]
            array = by_layer(argument, values)
            grids.append(make_grid(name, array, names[0], names[1], include_layers, include_heads)[0])
        if title is None:
            title = title_of(tokens or decoder_tokens or encoder_tokens or ())
        return View(make_data(self.kind, title, grids, sentence_b_start, layer, heads))

    def __repr__(self) -> str:
        return f"bert_tf.views.{self.kind}_view"


head_view = AttentionView(
    "head", "Lines between tokens: what each head of a layer attends to. Heads are switched, tokens isolated."
)
model_view = AttentionView("model", "All layers and heads at a glance, each to be enlarged.")


def make_grid(
    name: str, attention: Mapping[int, np.ndarray], queries: list[str], keys: list[str], layers: Numbers = None,
    heads: Numbers = None, pruned: Mapping[int, tuple[int, ...]] = _NOTHING,
) -> tuple[dict[str, Any], dict[int, list[int]]]:  # fmt: skip
    """A grid of what a model gave, checked, and of each layer the places of the heads in it.

    Args:
      attention: layer -> [N,Tq,Tk].
      pruned: layer -> the numbers of the heads that are gone.
    """
    shown = checks.chosen("layer", layers, list(attention))
    numbers = {each: kept_heads(attention[each].shape[0], pruned.get(each, ())) for each in attention}
    asked = set(checks.chosen("head", heads, sorted(set().union(*numbers.values()))))
    for number in shown:
        checks.attention(f"the attention of layer {number}", attention[number], queries, keys)
    picked = {each: [place for place, head in enumerate(numbers[each]) if head in asked] for each in shown}
    kept = [[numbers[each][place] for place in picked[each]] for each in shown]
    grid = {"name": name, "queries": queries, "keys": keys, "layers": shown, "heads": kept,
            "weights": Packed(stack(attention, picked), shares=True)}  # fmt: skip
    return grid, picked


def stack(arrays: Mapping[int, np.ndarray], picked: Mapping[int, list[int]]) -> np.ndarray:
    """The chosen heads of the chosen layers, one after the other: layer -> [N,…] -> [sum of heads,…]."""
    return np.concatenate([arrays[layer][places] for layer, places in picked.items()])


def kept_heads(count: int, pruned: Iterable[int]) -> list[int]:
    """The numbers of the heads that are left, as they were before any pruning."""
    gone = set(pruned)
    return [head for head in range(count + len(gone)) if head not in gone]


def make_data(
    kind: str, title: str, grids: list[dict[str, Any]], second: int | None, layer: int | None, heads: Numbers
) -> dict[str, Any]:
    """The whole of a view's data around its grids."""
    first = grids[0]
    if layer is not None:
        checks.chosen("layer", layer, first["layers"])
    known = sorted({head for grid in grids for row in grid["heads"] for head in row})
    return {
        "version": 1, "kind": kind, "title": title, "colors": head_colors(max(known) + 1), "grids": grids,
        "parts": _parts(grids, second),
        "start": {
            "part": 0, "layer": first["layers"][0] if layer is None else int(layer),
            "heads": checks.chosen("head", heads, known),
        },
    }  # fmt: skip


def _parts(grids: list[dict[str, Any]], second: int | None) -> list[dict[str, Any]]:
    whole = [
        {"name": grid["name"] or "All", "grid": number, "queries": [0, len(grid["queries"])],
         "keys": [0, len(grid["keys"])]}
        for number, grid in enumerate(grids)
    ]  # fmt: skip
    if second is None:
        return whole
    length = len(grids[0]["queries"])
    if not 0 < second < length:
        raise ValueError(f"the second text begins at a token from 1 to {length - 1}; received {second}.")
    spans = {"A": [0, second], "B": [second, length]}
    blocks = [
        {"name": f"{a} → {b}", "grid": 0, "queries": spans[a], "keys": spans[b]} for a, b in ("AA", "BB", "AB", "BA")
    ]
    return whole + blocks


def title_of(tokens: Sequence[str]) -> str:
    """The tokens as one line."""
    line = " ".join(tokens)
    return line if len(line) <= 90 else line[:88] + " …"


def _plain(token: str) -> str:
    for mark, text in MARKS.items():
        token = token.replace(mark, text)
    return token
