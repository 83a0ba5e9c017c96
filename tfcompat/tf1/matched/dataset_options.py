"""An iterator in a graph reads through an `OptimizeDataset` and a `ModelDataset`; TensorFlow 2 has no ops for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import context, dataset_ops, dtypes, gen_dataset_ops, ops
from tfcompat.backend.replace import replaces
from tfcompat.tf1.pipelines.fusion import take_apart


@replaces("tensorflow.python.data.ops.dataset_ops.DatasetV2._apply_debug_options")
def apply_options(original: Callable[..., Any], self: Any) -> Any:
    dataset = original(self)
    if context.executing_eagerly() or dataset is not self:
        return dataset
    wanted = getattr(self, "_dataset", self)._options_attr.experimental_optimization
    if wanted.apply_default_optimizations is False or wanted.shuffle_and_repeat_fusion is False:
        take_apart(self)
    none = ops.convert_to_tensor([], dtype=dtypes.string, name="optimizations")
    return _Passed(_Passed(self, gen_dataset_ops.optimize_dataset, optimizations=none), gen_dataset_ops.model_dataset)


class _Passed(dataset_ops.UnaryUnchangedStructureDataset):
    """A dataset behind one more op."""

    def __init__(self, dataset: Any, make: Callable[..., Any], **options: Any) -> None:
        variant = make(dataset._variant_tensor, **options, **dataset._flat_structure)
        super().__init__(dataset, variant)
