"""`tile_batch`: each of the batch as often as there are beams."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def tile_batch(t: Any, multiplier: int, name: str | None = None) -> Any:
    """A nest of `[batch, …]` as `[batch * multiplier, …]`, the copies side by side.

    Raises:
      ValueError: a rank is not known, or 0.
    """
    flat = v1.nest.flatten(t)
    with v1.name_scope(name, "tile_batch", [*flat, multiplier]):
        return v1.nest.map_structure(lambda each: _tiled(each, multiplier), t)


def _tiled(values: Any, multiplier: int) -> Any:
    values = v1.convert_to_tensor(values, name="t")
    shape, static = v1.shape(values), values.shape
    if static.ndims is None or static.ndims < 1:
        raise ValueError("t must have statically known rank")
    batch = static.dims[0].value
    tiling = [1, multiplier, *[1] * (static.ndims - 1)]
    tiled = v1.tile(v1.expand_dims(values, 1), tiling)
    tiled = v1.reshape(tiled, v1.concat(([shape[0] * multiplier], shape[1:]), 0))
    tiled.set_shape(v1.TensorShape([None if batch is None else batch * multiplier]).concatenate(static[1:]))
    return tiled
