"""`TensorArray.stack` and `.concat` leave the first dimension open and ask for no size of their own, as in 1.15."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import gen_data_flow_ops, math_ops, ops
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.ops.tensor_array_ops._GraphTensorArray.stack")
def stack(original: Callable[..., Any], self: Any, name: str | None = None) -> Any:
    with ops.colocate_with(self._handle), ops.name_scope(name, "TensorArrayStack", [self._handle]):
        return self.gather(math_ops.range(0, self.size()), name=name)


@replaces("tensorflow.python.ops.tensor_array_ops._GraphTensorArray.concat")
def concat(original: Callable[..., Any], self: Any, name: str | None = None) -> Any:
    value, _ = gen_data_flow_ops.tensor_array_concat_v3(
        handle=self._handle,
        flow_in=self._flow,
        dtype=self._dtype,
        name=name,
        element_shape_except0=self.element_shape[1:],
    )
    if self.element_shape.dims is not None:
        value.set_shape([None, *self.element_shape.dims[1:]])
    return value
