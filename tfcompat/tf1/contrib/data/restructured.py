"""A dataset with the elements of another and a more exact description of them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_data import dataset_ops

_Unary: Any = dataset_ops.UnaryDataset
_V1Adapter: Any = dataset_ops.DatasetV1Adapter


class _Restructured(_Unary):
    def __init__(self, dataset: Any, element_spec: Any) -> None:
        self._input_dataset = dataset
        self._element_spec = element_spec
        super().__init__(dataset, dataset._variant_tensor)

    @property
    def element_spec(self) -> Any:
        return self._element_spec


def RestructuredDataset(dataset: Any, element_spec: Any) -> Any:
    """`dataset`, said to have elements of `element_spec`."""
    return _V1Adapter(_Restructured(dataset, element_spec))
