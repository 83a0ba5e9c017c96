"""One size out of `tf.shape(x)`, for a shape that is known in part: 1.15 inferred nothing from it, TensorFlow 2 does.

Code asks whether a size is known and then takes it from the graph or not (`shape_list` of GPT-2, BERT's
`get_shape_list`), so what is inferred decides how many ops there are, and with that the seeds of what follows.
The inference reads a slice without masks, and what is unpacked along axis 0. It is told nothing by the end's mask,
which has no meaning where a single element is taken, and by axis -1, which is the same axis.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import tensor_lib
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.array_ops.strided_slice")
def strided_slice(original: Callable[..., Any], input_: Any, *args: Any, **kwargs: Any) -> Any:
    if kwargs.get("shrink_axis_mask") == 1 and _is_shape_known_in_part(input_):
        kwargs["end_mask"] = kwargs.get("end_mask", 0) | 1
    return original(input_, *args, **kwargs)


@replaces("tensorflow.python.ops.array_ops_stack.unstack")
def unstack(
    original: Callable[..., Any], value: Any, num: int | None = None, axis: int = 0, name: str = "unstack"
) -> Any:
    return original(value, num, -1 if axis == 0 and _is_shape_known_in_part(value) else axis, name)


def _is_shape_known_in_part(tensor: Any) -> bool:
    if not isinstance(tensor, tensor_lib.Tensor) or not hasattr(tensor, "op") or tensor.op.type != "Shape":
        return False
    return not tensor.op.inputs[0].shape.is_fully_defined()
