"""Monitors as one session hook."""

from __future__ import annotations

import inspect
from typing import Any

from tfcompat.backend.v1api import v1


class RunHookAdapterForMonitors(v1.train.SessionRunHook):
    """Calls monitors around each `session.run`; steps are counted from 1."""

    def __init__(self, monitors: list[Any]) -> None:
        self._monitors = monitors
        self._last_step: int | None = None

    def begin(self) -> None:
        self._last_step = None
        self._global_step_tensor = v1.train.get_global_step()
        for monitor in self._monitors:
            monitor.begin(max_steps=None)

    def before_run(self, run_context: Any) -> Any:
        if self._last_step is None:
            self._last_step = run_context.session.run(self._global_step_tensor) + 1
        wished = []
        for monitor in self._monitors:
            more = monitor.step_begin(self._last_step)
            if more:
                if not isinstance(more, list):
                    raise ValueError("Monitor.step_begin should return a list.")
                wished += more
        fetches = {"step": self._global_step_tensor, "monitors": [_element(each) for each in wished]}
        self._wished = wished
        return v1.train.SessionRunArgs(fetches)

    def after_run(self, run_context: Any, run_values: Any) -> None:
        results = dict(zip(self._wished, run_values.results["monitors"], strict=True))
        for monitor in self._monitors:
            if monitor.step_end(self._last_step, results):
                run_context.request_stop()
        for monitor in self._monitors:
            monitor.post_step(self._last_step, run_context.session)
        self._last_step += 1  # type: ignore[operator]

    def end(self, session: Any) -> None:
        self._last_step = None
        for monitor in self._monitors:
            if "session" in inspect.signature(monitor.end).parameters:
                monitor.end(session=session)
            else:
                monitor.end()


def replace_monitors_with_hooks(monitors_or_hooks: Any, estimator: Any) -> list[Any]:
    """The hooks among them, and one that calls the others."""
    given = list(monitors_or_hooks or ())
    hooks = [each for each in given if isinstance(each, v1.train.SessionRunHook)]
    monitors = [each for each in given if not isinstance(each, v1.train.SessionRunHook)]
    if not estimator.config.is_chief:
        monitors = [each for each in monitors if each.run_on_all_workers]
    for monitor in monitors:
        monitor.set_estimator(estimator)
    return [*hooks, RunHookAdapterForMonitors(monitors)] if monitors else hooks


def _element(wished: Any) -> Any:
    """The tensor for a name, which may lack its `:0`; a tensor as it is."""
    graph = v1.get_default_graph()
    if not isinstance(wished, str):
        if getattr(wished, "graph", None) is not graph:
            raise ValueError(f"Passed {wished} should have graph attribute that is equal to current graph {graph}.")
        return wished
    if ":" in wished:
        return graph.as_graph_element(wished)
    if len(graph.get_operation_by_name(wished).outputs) > 1:
        raise ValueError(f"Name {wished} is ambiguous, as this `Operation` has multiple outputs (at least 2).")
    return graph.as_graph_element(f"{wished}:0")
