"""Arrays of any framework as NumPy's, and attention in the shapes in which models give it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

_STAGE = re.compile(r"layer\.(\d+)\.attention\.(\w+)$")


def to_array(value: Any) -> np.ndarray:
    """A tensor of PyTorch, TensorFlow or JAX, or anything that NumPy takes, as float32; none of them is imported."""
    if hasattr(value, "detach"):
        value = value.detach().cpu().float()
    return np.asarray(value).astype("float32")


def by_layer(name: str, values: Any) -> dict[int, np.ndarray]:
    """Layer -> one text's array [N,…], three-dimensional, from any of these:

    a trace (`layer.3.attention.probs`), what Hugging Face's models return (an output with `attentions`, or that tuple
    of [1,N,T,T]), bertviz' list of the same, a list of [N,T,T], or one array [L,N,T,T] or [L,1,N,T,T].

    Raises:
      ValueError: it is none of these, or holds more than one text.
    """
    layers = dict(_layers(name, values))
    if not layers:
        raise ValueError(f"{name} holds one array a layer; received none.")
    return {number: _of_one_text(f"{name} of layer {number}", value) for number, value in layers.items()}


def _layers(name: str, values: Any) -> Iterable[tuple[int, Any]]:
    if getattr(values, "attentions", None) is not None:
        values = values.attentions
    if isinstance(values, Mapping):
        wanted = {"attention": "probs"}.get(name, name)
        found = ((_STAGE.match(key), value) for key, value in values.items())
        return [(int(match[1]), value) for match, value in found if match and match[2] == wanted]
    if isinstance(values, (list, tuple)) or getattr(values, "ndim", 0) >= 4:
        return enumerate(values)
    raise ValueError(
        f"{name} is a list with one array [1,N,T,T] a layer, or a trace; received {type(values).__name__}"
        f"{list(getattr(values, 'shape', ()))}."
    )


def _of_one_text(name: str, value: Any) -> np.ndarray:
    if value is None:
        raise ValueError(
            f"{name} is None; Hugging Face's models give it with attn_implementation='eager' and "
            "output_attentions=True."
        )
    array = to_array(value)
    if array.ndim == 4:
        if array.shape[0] != 1:
            raise ValueError(f"{name} is of one text, [1,N,T,T]; received a batch of {array.shape[0]}: choose one.")
        array = array[0]
    if array.ndim != 3:
        raise ValueError(f"{name} has the shape [1,N,T,T] or [N,T,T]; received {list(array.shape)}.")
    return array
