"""`CompiledWrapper`: a cell whose ops XLA may compile."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import op_def_registry
from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Wrapper


class CompiledWrapper(Wrapper):
    """Marks the ops of `cell` for compilation; those with a state only if `compile_stateful` says so."""

    def __init__(self, cell: Any, compile_stateful: bool = False) -> None:
        self._cell = cell
        self._compile_stateful = compile_stateful

    def __call__(self, inputs: Any, state: Any, scope: Any = None) -> Any:
        compile_ops = True if self._compile_stateful else lambda node: not op_def_registry.get(node.op).is_stateful
        with v1.xla.experimental.jit_scope(compile_ops=compile_ops):
            return self._cell(inputs, state, scope=scope)
