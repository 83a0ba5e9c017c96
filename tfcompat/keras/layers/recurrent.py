"""Recurrent layers of 2.3.1: their cells drop with seeds from NumPy."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.keras import draws
from tfcompat.keras.backend import in_train_phase
from tfcompat.keras.engine import mirror
from tfcompat.keras.layers import stacked_cells  # noqa: F401 (the layers inherit from its RNN)
from tfcompat.keras.legacy import tables

_of: Any = mirror.public


class Dropping:
    """The masks of a cell, `count` of them at a time."""

    dropout: float
    recurrent_dropout: float

    def _create_dropout_mask(self, inputs: Any, training: Any, count: int = 1) -> Any:
        return _masks(v1.ones_like(inputs), self.dropout, training, count)

    def _create_recurrent_dropout_mask(self, inputs: Any, training: Any, count: int = 1) -> Any:
        return _masks(v1.ones_like(inputs), self.recurrent_dropout, training, count)


def _masks(ones: Any, rate: float, training: Any, count: int) -> Any:
    made = [in_train_phase(lambda: draws.dropout(ones, rate), ones, training) for _ in range(count)]
    return made if count > 1 else made[0]


class SimpleRNNCell(Dropping, _of("SimpleRNNCell")):  # type: ignore[misc]
    """One step of a plain recurrent layer."""


class _DroppingState(Dropping):
    """Where all gates are computed at once, the mask acts on the state itself; tf_keras leaves it out there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.implementation = kwargs.get("implementation", 2) or 1  # tf_keras takes 1 where the state is dropped

    def call(self: Any, inputs: Any, states: Any, training: Any = None) -> Any:
        if self.implementation != 1 and 0.0 < self.recurrent_dropout < 1.0:
            state, *rest = states if isinstance(states, (list, tuple)) else [states]
            self.get_dropout_mask_for_cell(inputs, training, count=self._gates)  # drawn first
            masks = self.get_recurrent_dropout_mask_for_cell(state, training, count=self._gates)
            states = [state * masks[0], *rest]
        return super().call(inputs, states, training=training)  # type: ignore[misc]


class GRUCell(_DroppingState, _of("GRUCell")):  # type: ignore[misc]
    """One step of a gated recurrent unit."""

    _gates = 3


class LSTMCell(_DroppingState, _of("LSTMCell")):  # type: ignore[misc]
    """One step of a long short-term memory."""

    _gates = 4


_OF_CELL = (
    "units activation recurrent_activation use_bias kernel_initializer recurrent_initializer bias_initializer "
    "unit_forget_bias kernel_regularizer recurrent_regularizer bias_regularizer kernel_constraint "
    "recurrent_constraint bias_constraint dropout recurrent_dropout implementation reset_after"
).split()


class _WithCell:
    """Puts a cell of ours in place of the one that tf_keras made."""

    cell: Any
    _cell_class: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made = self.cell
        by_memory = tables.VALUES["consume_less"].get(kwargs.get("consume_less", ""), 2)
        options = {name: getattr(made, name) for name in _OF_CELL if hasattr(made, name)}
        if "implementation" in options:
            options["implementation"] = kwargs.get("implementation", by_memory)
        self.cell = self._cell_class(**options, dtype=made.dtype, trainable=made.trainable)


class SimpleRNN(_WithCell, _of("SimpleRNN")):  # type: ignore[misc]
    """A plain recurrent layer."""

    _cell_class = SimpleRNNCell


class GRU(_WithCell, _of("GRU")):  # type: ignore[misc]
    """A layer of gated recurrent units."""

    _cell_class = GRUCell


class LSTM(_WithCell, _of("LSTM")):  # type: ignore[misc]
    """A layer of long short-term memory."""

    _cell_class = LSTMCell


for _each in (SimpleRNNCell, GRUCell, LSTMCell, SimpleRNN, GRU, LSTM):
    mirror.replace(_each._tfcompat_original, _each)
