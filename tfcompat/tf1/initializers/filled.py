"""`tf.zeros_initializer` and `tf.ones_initializer`; before TensorFlow 0.12 they were functions of a shape."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def _is_shape(value: Any) -> bool:
    return isinstance(value, (list, tuple, v1.TensorShape)) or v1.is_tensor(value)


class zeros_initializer(v1.zeros_initializer):  # noqa: N801 (the TensorFlow 1 name)
    """As in 1.15, and `tf.zeros_initializer([2, 3])` gives the tensor itself, as in 0.x."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        filled = _filled(v1.zeros, args, kwargs)
        return super().__new__(cls) if filled is None else filled


class ones_initializer(v1.ones_initializer):  # noqa: N801 (the TensorFlow 1 name)
    """As in 1.15, and `tf.ones_initializer([2, 3])` gives the tensor itself, as in 0.x."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        filled = _filled(v1.ones, args, kwargs)
        return super().__new__(cls) if filled is None else filled


def _filled(fill: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """The tensor that a call in the form of 0.x, `(shape, dtype, partition_info)`, asks for, or None."""
    if not ("shape" in kwargs or (args and _is_shape(args[0]))):
        return None
    given = dict(zip(("shape", "dtype", "partition_info"), args, strict=False), **kwargs)
    return fill(given["shape"], given.get("dtype") or v1.float32)


# The names that get_config, repr and pickle know them by.
zeros_initializer.__name__ = "Zeros"
ones_initializer.__name__ = "Ones"
