"""Data sets that Keras 2.3.1 shuffled by a stream of their own; `tf.keras` of 1.15 seeded NumPy's global one."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat import facade


def load_data_of(name: str) -> Callable[..., Any]:
    """`load_data` of a data set, after which NumPy's global stream goes on where it was."""
    original = facade.import_name(f"tensorflow.keras.datasets.{name}").load_data

    @functools.wraps(original)
    def load_data(*args: Any, **kwargs: Any) -> Any:
        before = np.random.get_state()
        try:
            return original(*args, **kwargs)
        finally:
            np.random.set_state(before)

    return load_data
