"""`reduce_dataset`: a dataset to one element."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_data import dataset_ops


def reduce_dataset(dataset: Any, reducer: Any) -> Any:
    """`tf.contrib.data.reduce_dataset` of 1.15: what a `Reducer` makes of all elements.

    Raises:
      TypeError: `dataset` is none.
    """
    if not isinstance(dataset, (dataset_ops.DatasetV1, dataset_ops.DatasetV2)):
        raise TypeError("`dataset` must be a `tf.data.Dataset` object.")
    return dataset.reduce(reducer.init_func(np.int64(0)), reducer.reduce_func)
