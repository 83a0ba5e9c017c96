"""`x[a:b]` packs what is left out as plain zeros and ones; TensorFlow 2 makes a constant of the other bound's type."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.internals import (
    array_ops,
    array_ops_stack,
    context,
    dtypes,
    getitem,
    math_ops,
    ops,
    tensor_lib,
)
from tfcompat.backend.replace import replaces

_Bounds = tuple[list[Any], list[Any], list[Any], dict[str, int]]


@replaces(
    "tensorflow.python.ops.tensor_getitem_override._slice_helper",
    "tensorflow.python.framework.tensor.Tensor.__getitem__",
)
def slice_helper(original: Callable[..., Any], tensor: Any, slice_spec: Any, var: Any = None) -> Any:
    spec = slice_spec if isinstance(slice_spec, (list, tuple)) else [slice_spec]
    if context.executing_eagerly() or _is_mask(slice_spec) or not any(_has_tensor(part) for part in spec):
        return original(tensor, slice_spec, var)
    begin, end, strides, masks = _bounds(spec)
    with ops.name_scope(None, "strided_slice", [tensor, *begin, *end, *strides], skip_on_eager=False) as scope:
        packed = [array_ops_stack.stack(values) for values in (begin, end, strides)]
        if any(values.dtype == dtypes.int64 for values in packed):
            packed = [math_ops.cast(values, dtypes.int64) for values in packed]
        return array_ops.strided_slice(tensor, *packed, **masks, var=var, name=scope)


def _bounds(spec: Any) -> _Bounds:
    """Begin, end and step of each part, and the bits that say which of them mean something else."""
    begin, end, strides = [], [], []
    masks = dict.fromkeys(("begin_mask", "end_mask", "shrink_axis_mask", "new_axis_mask", "ellipsis_mask"), 0)
    for place, part in enumerate(spec):
        bit = 1 << place
        if isinstance(part, slice):
            begin.append(0 if _open(part.start) else _index(part.start))
            end.append(0 if _open(part.stop) else _index(part.stop))
            strides.append(1 if part.step is None else _index(part.step))
            masks["begin_mask"] |= bit * _open(part.start)
            masks["end_mask"] |= bit * _open(part.stop)
            continue
        if part is Ellipsis or part is None:
            masks["ellipsis_mask" if part is Ellipsis else "new_axis_mask"] |= bit
            begin.append(0)
            end.append(0)
        else:
            masks["shrink_axis_mask"] |= bit
            begin.append(_index(part))
            end.append(part + 1)
        strides.append(1)
    return begin, end, strides, masks


def _index(value: Any) -> Any:
    getitem._check_index(value)
    return value


def _open(bound: Any) -> bool:
    return bound is None or (not isinstance(bound, tensor_lib.Tensor) and bound == sys.maxsize)


def _has_tensor(part: Any) -> bool:
    parts = (part.start, part.stop, part.step) if isinstance(part, slice) else (part,)
    return any(isinstance(value, tensor_lib.Tensor) for value in parts)


def _is_mask(spec: Any) -> bool:
    return isinstance(spec, (tensor_lib.Tensor, np.ndarray)) and spec.dtype in (dtypes.bool, bool)
