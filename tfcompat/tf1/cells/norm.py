"""Layer normalization inside a cell."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers import layer_norm


def normalized(values: Any, scope: str, gain: float, shift: float, dtype: Any = None) -> Any:
    """`values`, `[batch, units]`, normalized by variables `gamma` and `beta` that start from `gain` and `shift`."""
    shape = values.get_shape()[-1:]
    gamma, beta = v1.constant_initializer(gain), v1.constant_initializer(shift)
    with v1.variable_scope(scope):
        v1.get_variable("gamma", shape=shape, initializer=gamma, dtype=dtype)
        v1.get_variable("beta", shape=shape, initializer=beta, dtype=dtype)
    return layer_norm(values, reuse=True, scope=scope)
