"""A categorical column with identity fails on a number out of range; TensorFlow 2 looks it up as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals import array_ops, check_ops, dtypes, math_ops, ops, sparse_tensor
from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.feature_column.feature_column_v2.IdentityCategoricalColumn._transform_input_tensor")
def transform_input_tensor(original: Callable[..., Any], self: Any, input_tensor: Any) -> Any:
    if self.default_value is not None or not input_tensor.dtype.is_integer:
        return original(self, input_tensor)
    values = math_ops.cast(input_tensor.values, dtypes.int64, name="values")
    buckets = math_ops.cast(self.num_buckets, dtypes.int64, name="num_buckets")
    zero = math_ops.cast(0, dtypes.int64, name="zero")
    checks = [
        check_ops.assert_less(
            values,
            buckets,
            data=(values, buckets),
            message=f'Bucket index for categorical column "{self.name}" exceeds number of buckets',
            name="assert_less_than_num_buckets",
        ),
        check_ops.assert_greater_equal(
            values,
            zero,
            data=(values,),
            message=f'Negative bucket index for categorical column "{self.name}"',
            name="assert_greater_or_equal_0",
        ),
    ]
    with ops.control_dependencies(checks):
        values = array_ops.identity(values)
    return sparse_tensor.SparseTensor(input_tensor.indices, values, input_tensor.dense_shape)
