"""A matrix that is kept in several variables, as the older cells have them: `W_0`, `W_1`, …"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def sharded_variable(name: str, shape: list[int], dtype: Any, shards: int) -> Any:
    """The variables joined along the rows, once per graph; with one shard, the variable `<name>_0`.

    Raises:
      ValueError: more shards than rows.
    """
    rows, *rest = shape
    if shards > rows:
        raise ValueError(f"Too many shards: shape={shape}, num_shards={shards}")
    sizes = [rows // shards + (place < rows % shards) for place in range(shards)]
    parts = [v1.get_variable(f"{name}_{place}", [size, *rest], dtype=dtype) for place, size in enumerate(sizes)]
    if len(parts) == 1:
        return parts[0]
    full_name = f"{v1.get_variable_scope().name}/{name}/concat:0"
    for value in v1.get_collection(v1.GraphKeys.CONCATENATED_VARIABLES):
        if value.name == full_name:
            return value
    joined = v1.concat(parts, 0, name=f"{name}/concat")
    v1.add_to_collection(v1.GraphKeys.CONCATENATED_VARIABLES, joined)
    return joined
