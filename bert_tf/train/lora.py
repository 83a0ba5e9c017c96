"""Adapters of low rank beside frozen matrices, and a plain model of both again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import keras
import tensorflow as tf

from bert_tf import stages
from bert_tf.layers.base import AnyGraph, register, value
from bert_tf.layers.linear import Linear
from bert_tf.weights import named_weights


@register
class Adapted(AnyGraph, keras.layers.Layer):
    """[.., inputs] -> [.., outputs], by a frozen layer's W + A·B·alpha / rank. Source: LoRA (Hu et al., 2021).

    A starts as PEFT draws it and B at zero, so that nothing changes before the first step.

    Args:
      base: the layer whose matrix is adapted.
      rank: the inner size of A·B.
      alpha: how much A·B counts, times the rank.
    """

    def __init__(self, base: Linear, rank: int = 8, alpha: float = 16.0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.base, self.rank, self.alpha = base, rank, alpha
        spread = keras.initializers.VarianceScaling(1 / 3, "fan_in", "uniform")
        self.lora_a = self.add_weight(name="lora_a", shape=(base.inputs, rank), initializer=spread)
        self.lora_b = self.add_weight(name="lora_b", shape=(rank, base.outputs), initializer="zeros")
        self.built = True

    @property
    def weight(self) -> Any:
        """The matrix that both make, [inputs, outputs]."""
        return value(self.base.weight) + tf.matmul(value(self.lora_a), value(self.lora_b)) * (self.alpha / self.rank)

    @property
    def bias(self) -> Any:
        """The frozen layer's."""
        return self.base.bias

    def call(self, x: Any) -> Any:
        return stages.dense(x, self.weight, value(self.bias))

    def get_config(self) -> dict[str, Any]:
        base = keras.saving.serialize_keras_object(self.base)
        return {**super().get_config(), "base": base, "rank": self.rank, "alpha": self.alpha}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Adapted:
        return cls(**{**config, "base": keras.saving.deserialize_keras_object(config["base"])})


def add(
    model: Any, rank: int = 8, alpha: float = 16.0, targets: Iterable[str] = ("query", "value"), seed: int | None = None
) -> list[Adapted]:
    """Adapts the encoder's layers that have one of these names, and freezes all else but the head.

    Args:
      model: one of ours, not adapted yet, and not compiled since.
      rank, alpha: of each adapter.
      targets: Hugging Face's names of layers: `query`, `key`, `value`, `dense` or a path's end such as `output.dense`.
      seed: decides what A starts with.

    Raises:
      ValueError: the rank is below 1, no layer has such a name, or the model has adapters already.
    """
    targets = tuple(targets)
    if rank < 1:
        raise ValueError(f"an adapter has a rank of at least 1; got {rank}.")
    if any(isinstance(each, Adapted) for each in model._flatten_layers()):
        raise ValueError("the model has adapters already; merge them first.")
    places = [place for place in _linears(model) if any(f".{place[2]}".endswith(f".{each}") for each in targets)]
    if not places:
        raise ValueError(f"no layer of the encoder is called {', '.join(targets)}.")
    for name, weight in named_weights(model).items():
        weight.variable.trainable = not name.startswith(("bert.", "embeddings.", "encoder.", "pooler."))
    if seed is not None:
        keras.utils.set_random_seed(seed)
    made = []
    for parent, attribute, _ in places:
        base = getattr(parent, attribute)
        made.append(Adapted(base, rank, alpha, name=base.name, dtype=base.dtype_policy))
        _replace(parent, attribute, made[-1])
    return made


def merge(model: Any) -> None:
    """Gives every adapted layer its place back, with the adapter in its matrix; all weights can be trained again."""
    for parent in list(model._flatten_layers()):
        for attribute, each in list(vars(parent).items()):
            if isinstance(each, Adapted) and not attribute.startswith("_"):
                each.base.weight.assign(tf.cast(_wide(each), each.base.weight.dtype))
                _replace(parent, attribute, each.base)
    for weight in named_weights(model).values():
        weight.variable.trainable = True


def _wide(adapted: Adapted) -> Any:
    """The matrix in the weights' own dtype, whatever the layer computes in."""
    a, b = (tf.convert_to_tensor(each.value) for each in (adapted.lora_a, adapted.lora_b))
    return tf.convert_to_tensor(adapted.base.weight.value) + tf.matmul(a, b) * (adapted.alpha / adapted.rank)


def _linears(model: Any) -> Iterator[tuple[Any, str, str]]:
    """Every dense layer of the encoder: what holds it, under which attribute, and its path."""
    seen = set()
    for name in named_weights(model):
        path = name.split(".")[:-1]
        if "encoder" not in path or ".".join(path) in seen:
            continue
        seen.add(".".join(path))
        parent = model
        for each in path[:-1]:
            parent = parent[int(each)] if each.isdecimal() else getattr(parent, each)
        if isinstance(getattr(parent, path[-1]), Linear):
            yield parent, path[-1], ".".join(path)


def _replace(parent: Any, attribute: str, layer: Any) -> None:
    # Keras forgets a replaced weight, but not a replaced layer; and it takes no new one once all are made.
    parent._tracker.unlock()
    parent._tracker.untrack(getattr(parent, attribute))
    setattr(parent, attribute, layer)
    parent._tracker.lock()
