"""The settings of pruning: their defaults, and what is refused."""

from __future__ import annotations

import re
from typing import Any

from tfcompat.tf1.contrib.training.hparam import HParams

_DEFAULTS: dict[str, Any] = {
    "name": "model_pruning",
    "begin_pruning_step": 0,
    "end_pruning_step": -1,
    "weight_sparsity_map": [""],
    "block_dims_map": [""],
    "threshold_decay": 0.0,
    "pruning_frequency": 10,
    "nbins": 256,
    "block_height": 1,
    "block_width": 1,
    "block_pooling_function": "AVG",
    "initial_sparsity": 0.0,
    "target_sparsity": 0.5,
    "sparsity_function_begin_step": 0,
    "sparsity_function_end_step": 100,
    "sparsity_function_exponent": 3.0,
    "use_tpu": False,
}


def get_pruning_hparams() -> Any:
    """The default settings, an `HParams`."""
    return HParams(**_DEFAULTS)


def check(spec: Any) -> None:
    """Raises ValueError for steps and fractions that make no sense."""
    if spec.begin_pruning_step < 0:
        raise ValueError("Illegal value for begin_pruning_step")
    if spec.begin_pruning_step >= spec.end_pruning_step != -1:
        raise ValueError(
            f"Pruning must begin before it can end. begin_step={spec.begin_pruning_step}, "
            f"end_step={spec.end_pruning_step}. Set end_pruning_step to -1 if pruning is required till training stops"
        )
    if spec.sparsity_function_begin_step < 0:
        raise ValueError("Illegal value for sparsity_function_begin_step")
    if spec.sparsity_function_begin_step >= spec.sparsity_function_end_step:
        raise ValueError("Sparsity function requires begin_step < end_step")
    for name, end in (("threshold_decay", "1)"), ("initial_sparsity", "1)"), ("target_sparsity", "1)")):
        if not 0.0 <= getattr(spec, name) < 1.0:
            raise ValueError(f"{name} must be in range [0,{end}")


def block_dims_by_name(spec: Any) -> dict[re.Pattern[str], list[int]]:
    """`name:HxW` settings: a pattern of names to height and width."""
    found = {}
    for row in filter(None, spec.block_dims_map):
        name, dims = row.split(":")
        sizes = dims.split("x")
        if len(sizes) != 2:
            raise ValueError(f"Expected 2 values for block dim for {name}, got {sizes}")
        found[re.compile(name)] = [int(size) for size in sizes]
    return found


def sparsity_by_name(spec: Any) -> dict[re.Pattern[str], float]:
    """`name:sparsity` settings: a pattern of names to the fraction of zeros at the end."""
    found = {}
    for row in filter(None, spec.weight_sparsity_map):
        name, sparsity = row.split(":")
        if float(sparsity) >= 1.0:
            raise ValueError("Weight sparsity can not exceed 1.0")
        found[re.compile(name)] = float(sparsity)
    return found


def of_name(table: dict[re.Pattern[str], Any], name: str, setting: str) -> Any:
    """The value whose pattern is found in the name, or None."""
    values = [value for pattern, value in table.items() if pattern.search(name)]
    if len(values) > 1:
        raise ValueError(f"Multiple matches in {setting} for weight {name}")
    return values[0] if values else None
