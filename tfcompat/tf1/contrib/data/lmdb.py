"""`LMDBDataset`: keys and values of LMDB files."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_data import dataset_ops, gen_experimental_dataset_ops
from tfcompat.backend.v1api import v1

_Source: Any = dataset_ops.DatasetSource
_V1Adapter: Any = dataset_ops.DatasetV1Adapter


class _LMDB(_Source):
    def __init__(self, filenames: Any) -> None:
        self._filenames = v1.convert_to_tensor(filenames, dtype=v1.string, name="filenames")
        super().__init__(gen_experimental_dataset_ops.lmdb_dataset(self._filenames, **self._flat_structure))

    @property
    def element_spec(self) -> Any:
        return v1.TensorSpec([], v1.string), v1.TensorSpec([], v1.string)


class LMDBDataset(_V1Adapter):
    """`tf.contrib.data.LMDBDataset` of 1.15: pairs of strings, from one or several files."""

    def __init__(self, filenames: Any) -> None:
        super().__init__(_LMDB(filenames))
