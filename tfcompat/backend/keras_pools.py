"""The worker pools of Keras 2's data loading, which it keeps to itself."""

from __future__ import annotations

import queue
from typing import Any


def pools() -> list[Any]:
    """The pools that are still referred to."""
    from tf_keras.src.utils import data_utils

    return list(data_utils._DATA_POOLS)


def worker_ids() -> set[Any]:
    """The identifiers of the worker processes that have reported so far."""
    from tf_keras.src.utils import data_utils

    while True:
        try:
            data_utils._WORKER_IDS.add(data_utils.get_worker_id_queue().get_nowait())
        except queue.Empty:
            return set(data_utils._WORKER_IDS)
