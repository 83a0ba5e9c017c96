"""`tf.contrib.tfprof.model_analyzer`: what a model's parameters, operations, time and memory are."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_profiler import model_analyzer

__all__ = [
    "FLOAT_OPS_OPTIONS",
    "PRINT_ALL_TIMING_MEMORY",
    "TRAINABLE_VARS_PARAMS_STAT_OPTIONS",
    "advise",
    "print_model_analysis",
]

_COMMON: dict[str, Any] = {
    "max_depth": 10000,
    "min_bytes": 0,
    "min_micros": 0,
    "min_params": 0,
    "min_float_ops": 0,
    "order_by": "name",
    "account_type_regexes": [".*"],
    "start_name_regexes": [".*"],
    "trim_name_regexes": [],
    "show_name_regexes": [".*"],
    "hide_name_regexes": [],
    "account_displayed_op_only": True,
    "output": "stdout",
    "dump_to_file": "",
}
TRAINABLE_VARS_PARAMS_STAT_OPTIONS = {
    **_COMMON,
    "account_type_regexes": ["_trainable_variables"],
    "select": ["params"],
}
FLOAT_OPS_OPTIONS = {**_COMMON, "min_float_ops": 1, "order_by": "float_ops", "select": ["float_ops"]}
PRINT_ALL_TIMING_MEMORY = {**_COMMON, "min_bytes": 1, "min_micros": 1, "select": ["micros", "bytes"]}


def advise(graph: Any, run_meta: Any = None, tfprof_options: Any = 0) -> Any:
    """`tf.profiler.advise`; 0 stands for its default options."""
    return model_analyzer.advise(graph, run_meta, tfprof_options or model_analyzer._DEFAULT_ADVISE_OPTIONS)


def print_model_analysis(
    graph: Any, run_meta: Any = None, op_log: Any = None, tfprof_cmd: str = "scope", tfprof_options: Any = 0
) -> Any:
    """`tf.profiler.profile`, which prints and returns the analysis; 0 stands for its default options."""
    options = tfprof_options or model_analyzer._DEFAULT_PROFILE_OPTIONS
    return model_analyzer.profile(graph, run_meta, op_log, tfprof_cmd, options)
