"""Classes whose instances count as dense tensors: `register_dense_tensor_like_type` of `…python.framework.ops`.

TensorFlow 2 keeps no such list and asks for its own base class, in the three places that are served here: `is_tensor`,
`is_dense_tensor_like`, and lists with tensors in them, which are packed.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from tfcompat.backend.internals import array_ops, core_types, tensor_util

_PROPERTIES = ("name", "dtype")
_types: tuple[type, ...] = (core_types.Tensor,)


def is_dense_tensor_like(t: Any) -> bool:
    """Whether something is a tensor, a variable, or an instance of a registered class."""
    return isinstance(t, _types)


def register_dense_tensor_like_type(tensor_type: type) -> None:
    """Makes instances of a class count as dense tensors; how they become one is for a conversion function to say.

    Raises:
      TypeError: the class has no property `name` or `dtype`.
    """
    global _types
    for name in _PROPERTIES:
        if not isinstance(getattr(tensor_type, name, None), property):
            raise TypeError(f"Type {tensor_type.__name__} does not define a `{name}` property")
    _types = *_types, tensor_type
    array_ops.core = SimpleNamespace(Tensor=_types)
    tensor_util.tf_type_classes = *tensor_util.tf_type_classes, tensor_type
