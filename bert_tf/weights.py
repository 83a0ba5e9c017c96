"""Every weight of a model by Hugging Face's name for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import keras

from bert_tf.layers.linear import Linear


class Weight(NamedTuple):
    """`transposed`: Hugging Face keeps a dense layer's matrix as [outputs, inputs], and we as [inputs, outputs]."""

    variable: Any
    transposed: bool


def named_weights(model: Any) -> dict[str, Weight]:
    """Hugging Face's names, as in `encoder.layer.0.attention.self.query.weight`, in the order of the layers.

    A name is the path of attributes that leads to the weight.
    """
    return dict(_walk(model, ""))


def _walk(layer: Any, path: str) -> Iterator[tuple[str, Weight]]:
    for name, each in _parts(layer):
        if isinstance(each, keras.layers.Layer):
            yield from _walk(each, f"{path}{name}.")
        else:
            yield f"{path}{name}", Weight(each, name == "weight" and isinstance(layer, Linear))


def _parts(layer: Any) -> Iterator[tuple[str, Any]]:
    """The layers and weights that are attributes of a layer, in the order in which they were set, each once."""
    seen: set[int] = set()
    for name, value in vars(layer).items():
        if name.startswith("_"):
            continue
        many = isinstance(value, (list, tuple))
        for index, each in enumerate(value if many else [value]):
            if isinstance(each, (keras.layers.Layer, keras.Variable)) and id(each) not in seen:
                seen.add(id(each))
                yield (f"{name}.{index}" if many else name), each
