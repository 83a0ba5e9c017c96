"""`masked_dense` and `masked_autoregressive_default_template`: networks in which an output sees earlier inputs only."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals import clip_ops
from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.contrib.distributions.bijectors.shift_and_scale import known_depth

MASK_INCLUSIVE = "inclusive"
MASK_EXCLUSIVE = "exclusive"


def _gen_slices(num_blocks: int, n_in: int, n_out: int, mask_type: str = MASK_EXCLUSIVE) -> list[list[slice]]:
    """For each block, the rows and the columns of the weights that are kept."""
    step_in, step_out = n_in // num_blocks, n_out // num_blocks
    first = step_out if mask_type == MASK_EXCLUSIVE else 0
    return [
        [slice(first + block * step_out, None), slice(block * step_in, (block + 1) * step_in)]
        for block in range(num_blocks)
    ]


def _gen_mask(num_blocks: int, n_in: int, n_out: int, mask_type: str = MASK_EXCLUSIVE, dtype: Any = None) -> Any:
    """`[n_out, n_in]`: 1 where a weight is kept."""
    mask: np.ndarray = np.zeros([n_out, n_in], dtype=np.float32 if dtype is None else dtype.as_numpy_dtype())
    for rows, columns in _gen_slices(num_blocks, n_in, n_out, mask_type):
        mask[rows, columns] = 1
    return mask


def masked_dense(
    inputs: Any,
    units: int,
    num_blocks: Any = None,
    exclusive: bool = False,
    kernel_initializer: Any = None,
    reuse: Any = None,
    name: str | None = None,
    *args: Any,
    **kwargs: Any,
) -> Any:
    """A dense layer whose blocks of outputs see the blocks of inputs up to theirs, or before theirs (`exclusive`)."""
    depth = known_depth(inputs)
    mask = _gen_mask(num_blocks, depth, units, MASK_EXCLUSIVE if exclusive else MASK_INCLUSIVE).T
    initializer = v1.glorot_normal_initializer() if kernel_initializer is None else kernel_initializer

    def masked_initializer(shape: Any, dtype: Any = None, partition_info: Any = None) -> Any:
        return mask * initializer(shape, dtype, partition_info)

    with v1.name_scope(name, "masked_dense", [inputs, units, num_blocks]):
        layer = layers().Dense(
            units,
            *args,
            kernel_initializer=masked_initializer,
            kernel_constraint=lambda kernel: mask * kernel,
            name=name,
            dtype=inputs.dtype.base_dtype,
            _scope=name,
            _reuse=reuse,
            **kwargs,
        )
        return layer.apply(inputs)


def masked_autoregressive_default_template(
    hidden_layers: Any,
    shift_only: bool = False,
    activation: Any = None,
    log_scale_min_clip: float = -5.0,
    log_scale_max_clip: float = 3.0,
    log_scale_clip_gradient: bool = False,
    name: str | None = None,
    *args: Any,
    **kwargs: Any,
) -> Any:
    """A template of masked layers: `x` to shift and log-scale (None if `shift_only`), both shaped like `x`."""
    activation = v1.nn.relu if activation is None else activation
    name = name or "masked_autoregressive_default_template"
    with v1.name_scope(name, values=[log_scale_min_clip, log_scale_max_clip]):

        def network(x: Any) -> Any:
            depth = known_depth(x)
            shape: Any = np.int32(x.shape.as_list()) if x.shape.is_fully_defined() else v1.shape(x)
            common = {"num_blocks": depth, **kwargs}
            for number, units in enumerate(hidden_layers):
                x = masked_dense(*args, inputs=x, units=units, exclusive=number == 0, activation=activation, **common)  # type: ignore[misc]
            x = masked_dense(*args, inputs=x, units=(1 if shift_only else 2) * depth, activation=None, **common)  # type: ignore[misc]
            if shift_only:
                return v1.reshape(x, shape=shape), None
            x = v1.reshape(x, shape=v1.concat([shape, [2]], axis=0))
            shift, log_scale = v1.unstack(x, num=2, axis=-1)
            clip = clip_ops.clip_by_value if log_scale_clip_gradient else _clip_by_value_preserve_grad
            return shift, clip(log_scale, log_scale_min_clip, log_scale_max_clip)

        return v1.make_template(name, network)


def _clip_by_value_preserve_grad(x: Any, clip_value_min: Any, clip_value_max: Any, name: str | None = None) -> Any:
    with v1.name_scope(name, "clip_by_value_preserve_grad", [x, clip_value_min, clip_value_max]):
        return x + v1.stop_gradient(clip_ops.clip_by_value(x, clip_value_min, clip_value_max) - x)
