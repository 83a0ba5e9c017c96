"""Fake quantization with fixed ranges, ranges of the last batch, or moving averages of ranges."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_training import moving_averages
from tfcompat.backend.v1api import v1


def FixedQuantize(  # noqa: N802 (1.15's name)
    inputs: Any, init_min: float = -6.0, init_max: float = 6.0, scope: str | None = None
) -> Any:
    """Quantizes within a fixed range."""
    with v1.name_scope(scope, "FixedQuantize", values=[inputs]):
        return v1.quantization.fake_quant_with_min_max_args(inputs, min=init_min, max=init_max)


def LastValueQuantize(  # noqa: N802
    inputs: Any,
    per_channel: bool = False,
    init_min: float = -6.0,
    init_max: float = 6.0,
    vars_collection: Any = None,
    name_prefix: str = "LastValueQuant",
    reuse: Any = None,
    is_training: bool = True,
    num_bits: int = 8,
    narrow_range: bool = False,
    symmetric: bool = False,
) -> Any:
    """Quantizes within the range of the batch, which is kept in two variables for evaluation.

    `per_channel`: a range for each index of the last axis, for 1, 2 or 4 axes.
    """

    def assign(variable: Any, value: Any, name: str) -> Any:
        return v1.assign(variable, value, name=f"Assign{name}Last")

    return _quantized(
        inputs,
        per_channel,
        (init_min, init_max),
        vars_collection,
        name_prefix,
        reuse,
        is_training,
        num_bits,
        narrow_range,
        symmetric,
        assign,
    )


def MovingAvgQuantize(  # noqa: N802
    inputs: Any,
    per_channel: bool = False,
    init_min: float = -6.0,
    init_max: float = 6.0,
    ema_decay: float = 0.999,
    vars_collection: Any = "moving_average_variables",
    name_prefix: str = "MovingAvgQuantize",
    reuse: Any = None,
    is_training: bool = True,
    num_bits: int = 8,
    narrow_range: bool = False,
    symmetric: bool = False,
) -> Any:
    """Quantizes within the moving average of the batches' ranges, which is kept in two variables."""

    def assign(variable: Any, value: Any, name: str) -> Any:
        return moving_averages.assign_moving_average(variable, value, ema_decay, name=f"Assign{name}Ema")

    return _quantized(
        inputs,
        per_channel,
        (init_min, init_max),
        vars_collection,
        name_prefix,
        reuse,
        is_training,
        num_bits,
        narrow_range,
        symmetric,
        assign,
    )


def _quantized(
    inputs: Any,
    per_channel: bool,
    initial: tuple[float, float],
    collection: Any,
    name_prefix: str,
    reuse: Any,
    is_training: bool,
    num_bits: int,
    narrow_range: bool,
    symmetric: bool,
    assign: Callable[[Any, Any, str], Any],
) -> Any:
    with v1.variable_scope(None, default_name=name_prefix, values=[inputs], reuse=reuse) as scope:
        scope.set_partitioner(None)
        shape = inputs.get_shape()
        if per_channel and len(shape) not in (1, 2, 4):
            raise AssertionError(f"Expected 1D, 2D or 4D input, was: {shape} in  scope: {name_prefix}")
        low, high = (
            v1.get_variable(
                name,
                shape=[shape[-1]] if per_channel else [],
                initializer=v1.constant_initializer(value),
                collections=[*([collection] if collection else []), v1.GraphKeys.GLOBAL_VARIABLES],
                trainable=False,
                aggregation=v1.VariableAggregation.MEAN,
            )
            for name, value in zip(("min", "max"), initial, strict=True)
        )
        if is_training:
            least, greatest = _batch_range(inputs, len(shape) if per_channel else None)
            least, greatest = _widened(least, greatest, num_bits, narrow_range, symmetric)
            low, high = assign(low, least, "Min"), assign(high, greatest, "Max")
        quantization = v1.quantization
        if per_channel:
            fake = quantization.fake_quant_with_min_max_vars_per_channel
        else:
            fake = quantization.fake_quant_with_min_max_vars
        return fake(inputs, low, high, num_bits=num_bits, narrow_range=narrow_range)


def _batch_range(inputs: Any, channel_ndims: int | None) -> tuple[Any, Any]:
    """The least and the greatest value: of all, or over all axes but the last of `channel_ndims`."""
    if channel_ndims is None:
        return v1.reduce_min(inputs, name="BatchMin"), v1.reduce_max(inputs, name="BatchMax")
    if channel_ndims == 1:
        return inputs, inputs
    axes = list(range(channel_ndims - 1))
    return v1.reduce_min(inputs, axis=axes, name="BatchMin"), v1.reduce_max(inputs, axis=axes, name="BatchMax")


def _widened(least: Any, greatest: Any, num_bits: int, narrow_range: bool, symmetric: bool) -> tuple[Any, Any]:
    """The range made to hold 0 exactly: at a whole step, and in the middle if it is symmetric."""
    if not symmetric:
        return v1.minimum(least, 0.0), v1.maximum(greatest, 0.0)
    ratio = -1 if narrow_range else -((1 << num_bits) - 2) / (1 << num_bits)
    return v1.minimum(least, greatest / ratio), v1.maximum(greatest, least * ratio)
