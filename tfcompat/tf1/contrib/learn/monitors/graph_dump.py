"""`tf.contrib.learn.monitors.GraphDump`: keeps the values of nearly all tensors, to compare two runs."""

from __future__ import annotations

from typing import Any, ClassVar

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.monitors.base import BaseMonitor, fetched


class GraphDump(BaseMonitor):
    """Keeps, by step, the first output of every op that is not of an ignored type."""

    IGNORE_OPS: ClassVar[list[str]] = [
        "Const", "Assign", "Identity", "Placeholder", "RandomUniform", "Cast", "RestoreSlice",
    ]  # fmt: skip

    def __init__(self, ignore_ops: list[str] | None = None) -> None:
        super().__init__()
        self._ignore_ops = ignore_ops or self.IGNORE_OPS
        self._data: dict[int, dict[Any, Any]] = {}
        self._tensors: list[Any] = []

    @property
    def data(self) -> dict[int, dict[Any, Any]]:
        return self._data

    def begin(self, max_steps: int | None = None) -> None:
        super().begin(max_steps=max_steps)
        ops = [op for op in v1.get_default_graph().get_operations() if op.type not in self._ignore_ops]
        self._tensors = [op.outputs[0] for op in ops if op.outputs]

    def step_begin(self, step: int) -> list[Any]:
        super().step_begin(step)
        return list(self._tensors)

    def step_end(self, step: int, output: dict[Any, Any]) -> bool | None:
        self._data[step] = output
        return super().step_end(step, output)

    def compare(self, other_dump: GraphDump, step: int, atol: float = 1e-06) -> tuple[list[str], dict[str, Any]]:
        """Names with equal values at a step, and those with others with their difference.

        Raises:
          ValueError: the other run lacks one.
        """
        matched, differing = [], {}
        others = other_dump.data.get(step, {})
        for key, value in self.data.get(step, {}).items():
            if not isinstance(key, str) or isinstance(value, str):
                continue
            if key not in others:
                raise ValueError(f"{key} missing at step {step}.")
            other = fetched(others, key)
            if isinstance(value, np.ndarray):
                if not np.allclose(value, other, atol=atol):
                    differing[key] = value - other
                    continue
            elif value != other:
                differing[key] = (value, other)
                continue
            matched.append(key)
        return matched, differing
