"""`dataset.shuffle(n).repeat()` is fused, and shuffles every epoch with one generator that starts from the given seeds.

TensorFlow 2 leaves the two apart and draws new seeds for each epoch, which gives another order from the first on. The
fused dataset needs one op more here, which hides in a function.
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
)
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.data.ops.repeat_op._RepeatDataset.__init__")
def repeat(original: Callable[..., Any], self: Any, input_dataset: Any, count: Any, name: str | None = None) -> None:
    shuffled = getattr(input_dataset, "_dataset", input_dataset)
    if (
        context.executing_eagerly()
        or not isinstance(shuffled, shuffle_op._ShuffleDataset)
        or shuffled._reshuffle_each_iteration is False
    ):
        original(self, input_dataset, count, name)
        return
    self._input_dataset, self._count, self._name = input_dataset, _count(count), name
    source = shuffled._input_dataset
    given = shuffled._buffer_size, shuffled._seed, shuffled._seed2, self._count
    _finish(self, input_dataset, _fused(source, given, "RepeatDataset"))


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
    _finish(self, input_dataset, _fused(input_dataset, given, "ShuffleAndRepeatDataset"))


def _count(count: Any) -> Any:
    if count is None:
        return constant_op.constant(-1, dtype=dtypes.int64, name="count")
    return ops.convert_to_tensor(count, dtype=dtypes.int64, name="count")


def _fused(source: Any, given: tuple[Any, ...], name: str) -> Any:
    """One op that makes the fused dataset of a source, a buffer size, two seeds and a number of epochs."""

    @function.Defun(dtypes.variant, *[dtypes.int64] * 4)
    def make(variant: Any, buffer_size: Any, seed: Any, seed2: Any, count: Any) -> Any:
        return gen_dataset_ops.shuffle_and_repeat_dataset_v2(
            variant,
            buffer_size=buffer_size,
            seed=seed,
            seed2=seed2,
            count=count,
            seed_generator=gen_dataset_ops.dummy_seed_generator(),
            reshuffle_each_iteration=False,
            **source._flat_structure,
        )

    (made,) = gen_functional_ops.partitioned_call([source._variant_tensor, *given], [dtypes.variant], make, name=name)
    return made


def _finish(dataset: Any, input_dataset: Any, variant: Any) -> None:
    dataset_ops.UnaryUnchangedStructureDataset.__init__(dataset, input_dataset, variant)
