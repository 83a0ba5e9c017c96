"""An op's untyped argument is converted once, preferring the type that the op declares as its default.

TensorFlow 2 first tries without, and leaves a second constant in the graph for `tf.reshape(x, [])` and its like.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.framework.op_def_library._ExtractInputsAndAttrs")
def extract(
    original: Callable[..., Any], op_type_name: str, op_def: Any, allowed_list_attr_map: Any, *args: Any
) -> None:
    original(op_type_name, op_def, {}, *args)
