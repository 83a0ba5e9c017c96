"""Undoes the fusion of `dataset.shuffle(n).repeat()`, which 1.15 left out for some datasets."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import attr_value_pb2


def take_apart(dataset: Any) -> None:
    """Shuffles and repeats one after the other wherever `dataset` has the two fused in one call of a function."""
    dataset = getattr(dataset, "_dataset", dataset)
    apart = getattr(dataset, "_apart", None)
    if apart is not None:
        operation = dataset._variant_tensor.op
        apart.add_to_graph(operation.graph)
        operation._set_attr("f", attr_value_pb2.AttrValue(func=attr_value_pb2.NameAttrList(name=apart.name)))
    for each in dataset._inputs():
        take_apart(each)
