"""`sliding_window_batch`: batches that overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_data import dataset_ops, gen_experimental_dataset_ops, nest
from tfcompat.backend.v1api import v1

_Unary: Any = dataset_ops.UnaryDataset
_V1Adapter: Any = dataset_ops.DatasetV1Adapter


def sliding_window_batch(
    window_size: Any, stride: Any = None, window_shift: Any = None, window_stride: Any = 1
) -> Callable[[Any], Any]:
    """`tf.contrib.data.sliding_window_batch` of 1.15: windows of `window_size` elements, `window_stride` apart.

    Each window starts `window_shift` elements after the one before; `stride` was that argument's name before.

    Raises:
      ValueError: both are given.
    """
    if stride is not None and window_shift is not None:
        raise ValueError("Cannot specify both `stride` and `window_shift`")
    shift = next((each for each in (stride, window_shift) if each is not None), 1)
    return lambda dataset: _V1Adapter(_SlideDataset(dataset, window_size, shift, window_stride))


class _SlideDataset(_Unary):
    def __init__(self, dataset: Any, size: Any, shift: Any, stride: Any) -> None:
        self._input_dataset = dataset
        size, stride, shift = (v1.convert_to_tensor(each, dtype=v1.int64) for each in (size, stride, shift))
        spec = dataset_ops.get_structure(dataset)
        self._element_spec = nest.map_structure(lambda part: part._batch(None), spec)
        variant = gen_experimental_dataset_ops.sliding_window_dataset(
            dataset._variant_tensor,
            window_size=size,
            window_shift=shift,
            window_stride=stride,
            **self._flat_structure,
        )
        super().__init__(dataset, variant)

    @property
    def element_spec(self) -> Any:
        return self._element_spec
