"""What the recurrent cells of `tf.contrib` are built on."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import rnn_cell_impl
from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras, rnn_cell, v1

RNNCell: Any = rnn_cell().RNNCell
LSTMStateTuple: Any = rnn_cell().LSTMStateTuple
LayerRNNCell: Any = module("layers.rnn.legacy_cells").LayerRNNCell
InputSpec: Any = keras().layers.InputSpec
assert_like_rnncell = rnn_cell_impl.assert_like_rnncell
zero_state_tensors: Any = module("layers.rnn.legacy_cells")._zero_state_tensors


class Sized:
    """For a cell whose sizes are known when it is made."""

    _state_size: Any
    _output_size: Any

    @property
    def state_size(self) -> Any:
        return self._state_size

    @property
    def output_size(self) -> Any:
        return self._output_size

    def _set_sizes(self, num_units: int, num_proj: int | None = None) -> None:
        """Those of an LSTM, projected or not."""
        self._state_size = LSTMStateTuple(num_units, num_proj or num_units)
        self._output_size = num_proj or num_units


class Cell(Sized, RNNCell):
    """A cell that gets its variables while it is called, in the variable scope of the call."""


class LayerCell(Sized, LayerRNNCell):
    """A cell that gets its variables in `build`."""


class Wrapper(RNNCell):
    """A cell around another: its sizes, and a zero state named after the wrapper."""

    _cell: Any

    @property
    def state_size(self) -> Any:
        return self._cell.state_size

    @property
    def output_size(self) -> Any:
        return self._cell.output_size

    def zero_state(self, batch_size: Any, dtype: Any) -> Any:
        with v1.name_scope(f"{type(self).__name__}ZeroState", values=[batch_size]):
            return self._cell.zero_state(batch_size, dtype)


def known_input_size(inputs: Any) -> int:
    """The second dimension of `[batch, size]` inputs.

    Raises:
      ValueError: it is not known, or the inputs have another rank.
    """
    size: int | None = inputs.get_shape().with_rank(2).dims[1].value
    if size is None:
        raise ValueError("Could not infer input size from inputs.get_shape()[-1]")
    return size


def known_depth(inputs_shape: Any) -> int:
    """The second dimension of the shape that `build` receives; ValueError if it is not known."""
    depth: int | None = v1.dimension_value(inputs_shape[1])
    if depth is None:
        raise ValueError(f"Expected inputs.shape[-1] to be known, saw shape: {inputs_shape}")
    return depth


def warn_of_joined_state(cell: Any) -> None:
    """What 1.15 logged for `state_is_tuple=False`."""
    v1.logging.warn(
        "%s: Using a concatenated state is slower and will soon be deprecated.  Use state_is_tuple=True.", cell
    )
