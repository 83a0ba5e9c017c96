"""`LSTMBlockWrapper` and `LSTMBlockFusedCell`: an LSTM over a whole sequence in one op."""

from __future__ import annotations

import abc
from typing import Any

from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.cells.base import InputSpec, LSTMStateTuple
from tfcompat.tf1.contrib.rnn.lstm_block import add_block_weights, peepholes

_Layer: Any = layers().Layer


class LSTMBlockWrapper(_Layer, abc.ABC):
    """What a fused LSTM does about initial states, lengths, and lists of inputs."""

    @property
    @abc.abstractmethod
    def num_units(self) -> int:
        """The size of the state."""

    @abc.abstractmethod
    def _call_cell(
        self, inputs: Any, initial_cell_state: Any, initial_output: Any, dtype: Any, sequence_length: Any
    ) -> tuple[Any, Any]:
        """Cell states and outputs of all steps, `[time, batch, units]` each."""

    def call(self, inputs: Any, initial_state: Any = None, dtype: Any = None, sequence_length: Any = None) -> Any:
        """Outputs, in the form of `inputs` (`[time, batch, depth]`, or a list), and the last state."""
        is_list = isinstance(inputs, list)
        if is_list:
            inputs = v1.stack(inputs)
        shape = inputs.get_shape().with_rank(3)
        if not v1.dimension_value(shape[2]):
            raise ValueError(f"Expecting inputs_shape[2] to be set: {shape}")
        batch = shape.dims[1].value
        batch = v1.shape(inputs)[1] if batch is None else batch
        time = shape.dims[0].value
        time = v1.shape(inputs)[0] if time is None else time
        state, dtype = self._first_state(initial_state, dtype, batch)
        if sequence_length is not None:
            sequence_length = v1.convert_to_tensor(sequence_length)
        cells, outputs = self._call_cell(inputs, state[0], state[1], dtype, sequence_length)
        if sequence_length is None:
            last = cells[-1], outputs[-1]
        else:
            mask = v1.transpose(v1.sequence_mask(sequence_length, time, dtype=dtype), [1, 0])
            outputs *= v1.tile(v1.expand_dims(mask, [-1]), [1, 1, self.num_units])
            all_cells = v1.concat([v1.expand_dims(state[0], [0]), cells], 0)
            all_outputs = v1.concat([v1.expand_dims(state[1], [0]), outputs], 0)
            last = _at(all_cells, sequence_length, batch), _at(all_outputs, sequence_length, batch)
        return v1.unstack(outputs) if is_list else outputs, LSTMStateTuple(*last)

    def _first_state(self, state: Any, dtype: Any, batch: Any) -> tuple[Any, Any]:
        if state is None:
            if dtype is None:
                raise ValueError("Either initial_state or dtype needs to be specified")
            zeros = v1.zeros(v1.stack([batch, self.num_units]), dtype=dtype)
            return (zeros, zeros), dtype
        if len(state) != 2:
            raise ValueError("Expecting initial_state to be a tuple with length 2 or None")
        return state, state[0].dtype if dtype is None else dtype


class LSTMBlockFusedCell(LSTMBlockWrapper):
    """Variables as `LSTMBlockCell`, in `lstm_fused_cell`."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        cell_clip: float | None = None,
        use_peephole: bool = False,
        reuse: bool | None = None,
        dtype: Any = None,
        name: str = "lstm_fused_cell",
    ) -> None:
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self._num_units = num_units
        self._forget_bias = forget_bias
        self._cell_clip = -1 if cell_clip is None else cell_clip
        self._use_peephole = use_peephole
        self.input_spec = InputSpec(ndim=3)

    @property
    def num_units(self) -> int:
        return self._num_units

    def build(self, input_shape: Any) -> None:
        add_block_weights(self, v1.dimension_value(input_shape[2]), self._num_units, self._use_peephole)
        self.built = True

    def _call_cell(
        self,
        inputs: Any,
        initial_cell_state: Any = None,
        initial_output: Any = None,
        dtype: Any = None,
        sequence_length: Any = None,
    ) -> tuple[Any, Any]:
        time = inputs.get_shape().with_rank(3).dims[0].value
        time = v1.shape(inputs)[0] if time is None else time
        i, f, o = peepholes(self, dtype)
        longest = v1.cast(time if sequence_length is None else v1.reduce_max(sequence_length), v1.int64)
        outputs = v1.raw_ops.BlockLSTM(
            seq_len_max=longest,
            x=inputs,
            cs_prev=initial_cell_state,
            h_prev=initial_output,
            w=self._kernel,
            wci=i,
            wcf=f,
            wco=o,
            b=self._bias,
            forget_bias=self._forget_bias,
            cell_clip=self._cell_clip,
            use_peephole=self._use_peephole,
        )
        return outputs.cs, outputs.h


def _at(values: Any, steps: Any, batch: Any) -> Any:
    """Of `[time, batch, …]` what each sequence has at its own step."""
    return v1.gather_nd(values, v1.stack([steps, v1.range(batch)], axis=1))
