"""`tf.keras.datasets` takes files under Kaggle's input folders first, and leaves NumPy's stream as 1.15 did.

1.15 shuffled IMDB, Reuters and Boston's houses with NumPy's global stream, seeded by the argument `seed`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.replace import replaces
from tfcompat.tf1 import found_data

_SETS = ("boston_housing", "cifar10", "cifar100", "imdb", "mnist", "reuters")
# Data sets that are folders: a file that says where the folder is.
_INSIDE = {"cifar-10-batches-py": "data_batch_1", "cifar-100-python": "meta"}
_SEEDS = {"imdb": 113, "reuters": 113, "boston_housing": 113}


@replaces(*(f"tf_keras.src.datasets.{each}.get_file" for each in _SETS))
def get_file(original: Callable[..., Any], fname: str | None = None, *args: Any, **kwargs: Any) -> Any:
    """The path of a file in Keras' cache, else below the input folders, else downloaded."""
    if fname and not found_data.keras_cache(fname).exists():
        folder = next((each for each in _INSIDE if fname.startswith(each)), None)
        if folder is not None:
            found = found_data.find([_INSIDE[folder]], lambda path: path.parent.name == folder)
            found = found.parent if found else None
        else:
            found = found_data.find([fname])
        if found is not None:
            return str(found)
    return original(fname, *args, **kwargs)


def _shuffled(name: str) -> Callable[..., Any]:
    @replaces(f"tf_keras.api._v1.keras.datasets.{name}.load_data")
    def load_data(original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        (x_train, y_train), (x_test, y_test) = original(*args, **kwargs)
        np.random.seed(kwargs.get("seed", _SEEDS[name]))
        counts = (len(x_train), len(x_test)) if name == "imdb" else (len(x_train) + len(x_test),)
        for count in counts:
            np.random.shuffle(np.arange(count))
        return (x_train, y_train), (x_test, y_test)

    return load_data


for _name in _SEEDS:
    _shuffled(_name)
