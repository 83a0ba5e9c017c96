"""`Model.save(path, overwrite, include_optimizer, …)`: today `save_format` stands where `include_optimizer` stood."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces

_ORDER = ("include_optimizer", "save_format", "signatures")


@replaces("tf_keras.src.engine.training.Model.save")
def save(
    original: Callable[..., Any], self: Any, filepath: Any, overwrite: bool = True, *args: Any, **kwargs: Any
) -> Any:
    """Keras' own save, with positional arguments in the order of 1.15 where a bool shows that it is meant."""
    if args and isinstance(args[0], bool):
        return original(self, filepath, overwrite, **dict(zip(_ORDER, args, strict=False)), **kwargs)
    return original(self, filepath, overwrite, *args, **kwargs)
