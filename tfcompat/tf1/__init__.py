"""What TensorFlow 1 had and TensorFlow 2 lacks, or answers otherwise; a folder's path is the TensorFlow 1 path.

Each folder names what it serves in `__all__`; the facade asks here before TensorFlow's own compat.v1. This top folder
loads a name when it is asked for: it is imported before TensorFlow is.
"""
# ruff: noqa: F822 (the names of __all__ are found by __getattr__)

from __future__ import annotations

import importlib
from typing import Any

__all__ = [
    "TensorArray",
    "audio_summary",
    "batch_matmul",
    "concat",
    "control_flow_v2_enabled",
    "disable_control_flow_v2",
    "disable_eager_execution",
    "disable_resource_variables",
    "disable_tensor_equality",
    "disable_v2_behavior",
    "disable_v2_tensorshape",
    "enable_control_flow_v2",
    "enable_resource_variables",
    "enable_tensor_equality",
    "enable_v2_behavior",
    "enable_v2_tensorshape",
    "histogram_summary",
    "image_summary",
    "merge_all_summaries",
    "merge_summary",
    "numpy_function",
    "ones_initializer",
    "random_uniform_initializer",
    "resource_variables_enabled",
    "reverse",
    "scalar_summary",
    "scatter_nd",
    "split",
    "tensor_scatter_add",
    "tensor_scatter_nd_add",
    "tensor_scatter_nd_sub",
    "tensor_scatter_sub",
    "zeros_initializer",
]

_MODULES = {
    "top.batch_matmul": ("batch_matmul",),
    "top.concat": ("concat",),
    "top.reordered": ("numpy_function", *(name for name in __all__ if "scatter" in name)),
    "top.reverse": ("reverse",),
    "top.split": ("split",),
    "top.tensor_array": ("TensorArray",),
    "initializers": ("ones_initializer", "random_uniform_initializer", "zeros_initializer"),
    "top.summaries": tuple(name for name in __all__ if name.endswith(("_summary", "_summaries"))),
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"tfcompat.tf1 has no {name}; it serves {', '.join(__all__)}", name=name)
    home = next((module for module, names in _MODULES.items() if name in names), "switches")
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
