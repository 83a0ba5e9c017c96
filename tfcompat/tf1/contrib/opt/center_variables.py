"""What the optimizers of asynchronous workers share: each trainable variable has a local copy and a global center."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

GLOBAL_VARIABLE_NAME = "global_center_variable"
_Hook: Any = v1.train.SessionRunHook


class CenterGetter:
    """A custom getter: trainable variables are made local, on the worker, with a global one and a third beside them.

    `third` is the scope of that third variable, which is local too; the maps are by the worker's variable.
    """

    def __init__(self, worker_device: Any, third: str) -> None:
        self._worker_device = worker_device
        self._third = third
        self._global_map: dict[Any, Any] = {}
        self._third_map: dict[Any, Any] = {}

    def __call__(self, getter: Any, name: str, trainable: bool, collections: Any, *args: Any, **kwargs: Any) -> Any:
        if not trainable:
            return self._untrained(getter, name, collections, *args, **kwargs)
        local = [v1.GraphKeys.LOCAL_VARIABLES]
        with v1.device(self._worker_device):
            mine = getter(name, *args, trainable=True, collections=local, **kwargs)
        if kwargs["reuse"] is True:
            return mine
        center = getter(
            *args,
            name=f"{GLOBAL_VARIABLE_NAME}/{name}",
            trainable=False,
            collections=[v1.GraphKeys.GLOBAL_VARIABLES],
            **kwargs,
        )
        with v1.device(self._worker_device):
            third = getter(*args, name=f"{self._third}/{name}", trainable=False, collections=local, **kwargs)
        parts = [mine], [center], [third]
        if kwargs["partitioner"] is not None:
            parts = list(mine), list(center), list(third)
        for each, its_center, its_third in zip(*parts, strict=True):
            self._global_map[each] = its_center
            self._third_map[each] = its_third
        return mine

    def _untrained(self, getter: Any, name: str, collections: Any, *args: Any, **kwargs: Any) -> Any:
        if v1.GraphKeys.LOCAL_VARIABLES in (collections or ()):
            with v1.device(self._worker_device):
                return getter(name, *args, trainable=False, collections=collections, **kwargs)
        return getter(name, *args, trainable=False, collections=collections, **kwargs)


class InitializeHook(_Hook):
    """Initializes all variables' initializers in the graph, and runs the optimizer's own op in each new session."""

    def __init__(self, make_init_op: Callable[[], Any], is_chief: bool) -> None:
        self._make_init_op, self._is_chief = make_init_op, is_chief

    def begin(self) -> None:
        self._local_init_op = v1.local_variables_initializer()
        self._global_init_op = v1.global_variables_initializer() if self._is_chief else None
        self._variable_init_op = self._make_init_op()

    def after_create_session(self, session: Any, coord: Any) -> None:
        session.run(self._variable_init_op)


def local_step() -> Any:
    """A new local variable that counts this worker's steps, int32 scalar."""
    return v1.get_variable(
        initializer=0, trainable=False, collections=[v1.GraphKeys.LOCAL_VARIABLES], name="local_step"
    )
