"""Gradients without everything that a layer computed on the way: it is computed anew when it is needed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import keras
import tensorflow as tf

from bert_tf.layers.layer import BertLayer


@contextlib.contextmanager
def recomputing(model: Any, wanted: bool = True) -> Iterator[None]:
    """In the block each encoder layer keeps its input alone when it trains; the gradients are the same to the bit.

    Keras' `RematScope` draws dropout's masks anew as well, so that the gradient would be of another function.

    Args:
      model: any of Keras' with our layers in it; its training function is to be made in the block.
      wanted: without it the block does nothing.
    """
    layers = [each for each in model._flatten_layers() if isinstance(each, BertLayer)] if wanted else []
    for layer in layers:
        layer.call = _recomputed(layer)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for layer in layers:
            del layer.call


def _recomputed(layer: Any) -> Any:
    plain = layer.call
    dropouts = [each for each in layer._flatten_layers() if isinstance(each, keras.layers.Dropout) and each.rate]

    def call(x: Any, attention_mask: Any = None, head_mask: Any = None, training: bool | None = None) -> Any:
        if not training:
            return plain(x, attention_mask=attention_mask, head_mask=head_mask, training=training)
        seeds = [each.seed_generator.next() for each in dropouts]

        @tf.recompute_grad
        def run(x: Any, *seeds: Any) -> Any:
            with _drawn(dropouts, seeds):
                return plain(x, attention_mask=attention_mask, head_mask=head_mask, training=True)

        return run(x, *seeds)

    return call


@contextlib.contextmanager
def _drawn(dropouts: list[Any], seeds: tuple[Any, ...]) -> Iterator[None]:
    """Each dropout takes this seed, in place of its generator's next one."""
    generators = [each.seed_generator for each in dropouts]
    for generator, seed in zip(generators, seeds, strict=True):
        generator.next = lambda ordered=True, seed=seed: seed
    try:
        yield
    finally:
        for generator in generators:
            del generator.next
