"""`RNN` and `StackedRNNCells` of 2.3.1: the cells' weights are named after the layer that holds them."""

from __future__ import annotations

from typing import Any

from tfcompat.keras.engine import mirror
from tfcompat.keras.engine.layer import Layer

_StackedRNNCells: Any = mirror.public("StackedRNNCells")


class StackedRNNCells(_StackedRNNCells):
    """Cells of which each takes the output of the one before."""

    def build(self, input_shape: Any) -> None:
        shape = input_shape[0] if isinstance(input_shape, list) else input_shape
        for cell in self.cells:
            if isinstance(cell, Layer) and not cell.built:
                cell.build(shape)
                cell.built = True
            size = getattr(cell, "output_size", None)
            states = cell.state_size
            first = states[0] if isinstance(states, (list, tuple)) else states
            shape = (shape[0], first if size is None else size)
        self.built = True


mirror.replace(_StackedRNNCells._tfcompat_original, StackedRNNCells)


_RNN: Any = mirror.public("RNN")


class RNN(_RNN):
    """A layer that runs a cell, or a list of cells, over the steps of sequences."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # An LSTM comes by here too, with its own arguments.
        if args and isinstance(args[0], (list, tuple)):
            args = (StackedRNNCells(args[0]), *args[1:])
        elif isinstance(kwargs.get("cell"), (list, tuple)):
            kwargs["cell"] = StackedRNNCells(kwargs["cell"])
        super().__init__(*args, **kwargs)


mirror.replace(_RNN._tfcompat_original, RNN)
