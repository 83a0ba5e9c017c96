"""The layers between attention and output of `AttentionWrapper`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import dense


def made(cell: Any, mechanisms: Any, sizes: Any, layers: Any) -> tuple[tuple[Any, ...] | None, int]:
    """One layer for each mechanism, or None, and the sum of their sizes.

    Raises:
      ValueError: both sizes and layers are given, or not as many as mechanisms.
    """
    if sizes is not None and layers is not None:
        raise ValueError("Only one of attention_layer_size and attention_layer should be set")
    if sizes is not None:
        sizes = _as_tuple("attention_layer_size must contain exactly one integer", sizes, mechanisms)
        pairs = zip(sizes, mechanisms, strict=True)
        return tuple(dense(size, "attention_layer", each.dtype) for size, each in pairs), sum(sizes)
    depths = [v1.dimension_value(each.values.shape[-1]) for each in mechanisms]
    if layers is None:
        return None, sum(depths)
    layers = _as_tuple("attention_layer must contain exactly one layer", layers, mechanisms)
    shapes = [
        layer.compute_output_shape([None, cell.output_size + depth])
        for layer, depth in zip(layers, depths, strict=True)
    ]
    return layers, sum(v1.dimension_value(shape[-1]) for shape in shapes)


def _as_tuple(what: str, values: Any, mechanisms: Any) -> tuple[Any, ...]:
    every = tuple(values) if isinstance(values, (list, tuple)) else (values,)
    if len(every) != len(mechanisms):
        raise ValueError(f"If provided, {what} per attention_mechanism, saw: {len(every)} vs {len(mechanisms)}")
    return every
