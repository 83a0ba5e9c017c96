"""What a TensorFlow 2 library hands to TensorFlow 1 code: its datasets go on working there.

A dataset made eagerly is iterated and transformed eagerly, and `tf.data.make_one_shot_iterator(dataset)` gives its
elements to the graph through a Python generator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tfcompat.backend.graph_mode import as_tf2
from tfcompat.backend.replace import replaces

_DATASET = "tensorflow.python.data.ops.dataset_ops.DatasetV2"
_TRANSFORMATIONS = (
    "apply as_numpy_iterator batch cache concatenate enumerate filter flat_map interleave map padded_batch prefetch "
    "reduce repeat shard shuffle skip take unbatch window with_options"
).split()


def _is_eager(dataset: Any) -> bool:
    """Whether it was made eagerly, while the code that has it builds a graph."""
    from tensorflow.python.eager import context

    return hasattr(getattr(dataset, "_variant_tensor", None), "numpy") and not context.executing_eagerly()


@replaces(f"{_DATASET}.__iter__")
def iterate(original: Callable[..., Any], dataset: Any) -> Iterator[Any]:
    return _items(original, dataset) if _is_eager(dataset) else original(dataset)


def _items(original: Callable[..., Any], dataset: Any) -> Iterator[Any]:
    with as_tf2():
        iterator = original(dataset)
    while True:
        with as_tf2():
            try:
                item = next(iterator)
            except StopIteration:
                return
        yield item


@replaces(*(f"{_DATASET}.{name}" for name in _TRANSFORMATIONS))
def transform(original: Callable[..., Any], dataset: Any, *args: Any, **kwargs: Any) -> Any:
    if not _is_eager(dataset):
        return original(dataset, *args, **kwargs)
    with as_tf2():
        return original(dataset, *args, **kwargs)


@replaces("tensorflow.python.data.ops.dataset_ops.DatasetV1Adapter.__init__")
def adapt(original: Callable[..., Any], adapter: Any, dataset: Any) -> None:
    original(adapter, _in_graph(dataset) if _is_eager(dataset) else dataset)


def _in_graph(dataset: Any) -> Any:
    import tensorflow.compat.v1 as v1

    def elements() -> Iterator[Any]:
        for item in dataset:
            yield v1.nest.map_structure(lambda tensor: tensor.numpy(), item)

    return v1.data.Dataset.from_generator(elements, output_signature=dataset.element_spec)
