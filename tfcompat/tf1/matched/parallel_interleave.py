"""`parallel_interleave` is told whether it may be sloppy by a constant; TensorFlow 2 uses an attribute."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import constant_op, context, dtypes
from tfcompat.backend.internals_data import gen_experimental_dataset_ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.gen_experimental_dataset_ops.legacy_parallel_interleave_dataset_v2")
def parallel_interleave(
    original: Callable[..., Any], *inputs: Any, deterministic: str = "default", metadata: str = "", **attributes: Any
) -> Any:
    if context.executing_eagerly():
        return original(*inputs, deterministic=deterministic, metadata=metadata, **attributes)
    source, captured, cycle_length, block_length, *buffers = inputs
    sloppy = constant_op.constant(deterministic == "false", dtypes.bool, name="sloppy")
    made = gen_experimental_dataset_ops.parallel_interleave_dataset
    return made(source, captured, cycle_length, block_length, sloppy, *buffers, **attributes)
