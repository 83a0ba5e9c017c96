"""`dataset.shuffle(n).repeat()` is fused, and shuffles every epoch with one generator that starts from the given seeds.

TensorFlow 2 leaves the two apart and draws new seeds for each epoch, which gives another order from the first on. The
fused dataset needs more ops here, which hide in a function. An iterator that is made first and given its dataset later
(`Iterator.from_structure`) reads the two apart in 1.15 as well.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import (
    constant_op,
    context,
    dataset_ops,
    dtypes,
    function,
    gen_dataset_ops,
    gen_functional_ops,
    ops,
    random_seed_of_data,
    shuffle_op,
    tensor_util,
)
from tfcompat.backend.replace import replaces
from tfcompat.tf1.pipelines.fusion import take_apart
from tfcompat.tf1.pipelines.shuffled_epochs import shuffled_epochs


@replaces("tensorflow.python.data.ops.repeat_op._RepeatDataset.__init__")
def repeat(original: Callable[..., Any], self: Any, input_dataset: Any, count: Any, name: str | None = None) -> None:
    shuffled = getattr(input_dataset, "_dataset", input_dataset)
    if (
        context.executing_eagerly()
        or not isinstance(shuffled, shuffle_op._ShuffleDataset)
        or shuffled._reshuffle_each_iteration is False
        or count == 1
        or _any_order(shuffled)
    ):
        original(self, input_dataset, count, name)
        return
    self._input_dataset, self._count, self._name = input_dataset, _count(count), name
    source = shuffled._input_dataset
    given = shuffled._buffer_size, shuffled._seed, shuffled._seed2, self._count
    self._apart = _apart(source)
    _finish(self, input_dataset, _made(_fused(source), source, given, "RepeatDataset"))


@replaces("tensorflow.python.data.ops.iterator_ops.Iterator.make_initializer")
def make_initializer(original: Callable[..., Any], iterator: Any, dataset: Any, name: str | None = None) -> Any:
    take_apart(dataset)
    return original(iterator, dataset, name)


@replaces("tensorflow.python.data.experimental.ops.shuffle_ops._ShuffleAndRepeatDataset.__init__")
def shuffle_and_repeat(
    original: Callable[..., Any], self: Any, input_dataset: Any, buffer_size: Any, count: Any = None, seed: Any = None
) -> None:
    if context.executing_eagerly():
        original(self, input_dataset, buffer_size, count, seed)
        return
    self._input_dataset = input_dataset
    self._buffer_size = ops.convert_to_tensor(buffer_size, dtype=dtypes.int64, name="buffer_size")
    self._count = _count(count)
    self._seed, self._seed2 = random_seed_of_data.get_seed(seed)
    given = self._buffer_size, self._seed, self._seed2, self._count
    _finish(self, input_dataset, _made(_fused(input_dataset), input_dataset, given, "ShuffleAndRepeatDataset"))


def _any_order(shuffled: Any) -> bool:
    """Whether no seed was given, so that no order is right or wrong."""
    return all(tensor_util.constant_value(seed) == 0 for seed in (shuffled._seed, shuffled._seed2))


def _count(count: Any) -> Any:
    if count is None:
        return constant_op.constant(-1, dtype=dtypes.int64, name="count")
    return ops.convert_to_tensor(count, dtype=dtypes.int64, name="count")


def _fused(source: Any) -> Any:
    """The function that makes the fused dataset of a source, a buffer size, two seeds and a number of epochs."""

    def fused(variant: Any, buffer_size: Any, seed: Any, seed2: Any, count: Any) -> Any:
        return shuffled_epochs(source, variant, buffer_size, seed, seed2, count)

    return function.Defun(dtypes.variant, *[dtypes.int64] * 4)(fused)


def _apart(source: Any) -> Any:
    """The function that makes the same of two datasets, one after the other."""
    structure = source._flat_structure

    def apart(variant: Any, buffer_size: Any, seed: Any, seed2: Any, count: Any) -> Any:
        shuffled = gen_dataset_ops.shuffle_dataset(
            variant, buffer_size=buffer_size, seed=seed, seed2=seed2, **structure
        )
        return gen_dataset_ops.repeat_dataset(shuffled, count=count, **structure)

    return function.Defun(dtypes.variant, *[dtypes.int64] * 4)(apart)


def _made(make: Any, source: Any, given: tuple[Any, ...], name: str) -> Any:
    """What a function makes, by one op."""
    inputs = [source._variant_tensor, *given]
    with ops.device("/device:CPU:0"):  # a call goes wherever the script's scopes say; a dataset has no other place
        (made,) = gen_functional_ops.partitioned_call(inputs, [dtypes.variant], make, name=name)
    return made


def _finish(dataset: Any, input_dataset: Any, variant: Any) -> None:
    dataset_ops.UnaryUnchangedStructureDataset.__init__(dataset, input_dataset, variant)
