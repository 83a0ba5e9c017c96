"""A model that is written to `x.keras` is an HDF5 file, and so are its weights in `x.weights.h5`, as 1.15 wrote them.

Today these names mean archives of later formats, which a graph cannot write.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.replace import replaces

_WEIGHTS = ".weights.h5"


@replaces("tf_keras.src.saving.saving_lib.saving_v3_enabled")
def saving_v3_enabled(original: Callable[..., bool]) -> bool:
    return False


@replaces("tf_keras.src.saving.saving_api.save_weights")
def save_weights(original: Callable[..., Any], model: Any, filepath: Any, *args: Any, **kwargs: Any) -> Any:
    own_name = str(filepath).endswith(_WEIGHTS)
    write = module("saving.legacy.save").save_weights if own_name else original
    return write(model, filepath, *args, **kwargs)


@replaces("tf_keras.src.saving.saving_api.load_weights")
def load_weights(original: Callable[..., Any], model: Any, filepath: Any, *args: Any, **kwargs: Any) -> Any:
    own_name = str(filepath).endswith(_WEIGHTS)
    read = module("saving.legacy.save").load_weights if own_name else original
    return read(model, filepath, *args, **kwargs)
