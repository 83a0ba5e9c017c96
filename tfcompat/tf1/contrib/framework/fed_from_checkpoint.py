"""Variables from a checkpoint, fed: tf-slim's own cuts a partitioned variable out in a way that NumPy gave up."""

from __future__ import annotations

import collections
from typing import Any

from tfcompat.backend import tf_slim
from tfcompat.backend.v1api import v1


def assign_from_checkpoint(model_path: str, var_list: Any, ignore_missing_vars: bool = False) -> tuple[Any, Any]:
    """(operation, what to feed it): sets variables, whole or parts of partitioned ones, to a checkpoint's values.

    `var_list` is a list of variables, or name in the checkpoint -> variable or list of parts.

    Raises:
      ValueError: a variable is not in the checkpoint (and may not be missing), or has another shape there.
    """
    reader = v1.train.NewCheckpointReader(model_path)
    feeds, assignments = {}, []
    for name, parts in _by_name(var_list).items():
        if not reader.has_tensor(name):
            text = f"Checkpoint is missing variable [{name}]"
            if not ignore_missing_vars:
                raise ValueError(text)
            v1.logging.warning(text)
            continue
        value = reader.get_tensor(name)
        for part in parts:
            fed = v1.placeholder(part.dtype.base_dtype, part.get_shape(), name=f"placeholder/{part.op.name}")
            assignments.append(part.assign(fed))
            feeds[fed] = _of_part(part, name, value)
    return v1.group(*assignments), feeds


def _by_name(variables: Any) -> dict[str, list[Any]]:
    if isinstance(variables, dict):
        return {name: list(v) if isinstance(v, (tuple, list)) else [v] for name, v in variables.items()}
    full_name = tf_slim.load("ops.variables").get_variable_full_name
    found: dict[str, list[Any]] = collections.defaultdict(list)
    for variable in variables:
        found[full_name(variable)].append(variable)
    return found


def _of_part(part: Any, name: str, value: Any) -> Any:
    cut = part._save_slice_info
    if cut:
        return value[tuple(slice(at, at + size) for at, size in zip(cut.var_offset, cut.var_shape, strict=True))]
    if part.get_shape() != value.shape:
        raise ValueError(
            f"Total size of new array must be unchanged for {name} lh_shape: [{value.shape}], "
            f"rh_shape: [{part.get_shape()}]"
        )
    return value
