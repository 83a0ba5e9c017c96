"""`AttentionWrapper`: a cell that asks attention mechanisms at each step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import RNNCell, assert_like_rnncell, zero_state_tensors
from tfcompat.tf1.contrib.seq2seq import attention_layers
from tfcompat.tf1.contrib.seq2seq.attention_mechanism import AttentionMechanism, check_callable, known_or_dynamic
from tfcompat.tf1.contrib.seq2seq.attention_state import AttentionWrapperState
from tfcompat.tf1.contrib.seq2seq.keras_mechanism import KerasMechanism

_TILE = "via the tf.contrib.seq2seq.tile_batch"
_WRONG_BATCH = "Non-matching batch sizes between the memory (encoder output) and "
_AT_INIT = (
    _WRONG_BATCH + "initial_cell_state.  Are you using the BeamSearchDecoder?  "
    f"You may need to tile your initial state {_TILE} function with argument multiple=beam_width."
)
_AT_ZERO_STATE = (
    _WRONG_BATCH + "the requested batch size.  Are you using the BeamSearchDecoder?  "
    f"If so, make sure your encoder output has been tiled to beam_width {_TILE}, and the batch_size= argument "
    "passed to zero_state is batch_size * beam_width."
)
_AT_CALL = (
    _WRONG_BATCH + "the query (decoder output).  Are you using the BeamSearchDecoder?  "
    f"You may need to tile your memory input {_TILE} function with argument multiple=beam_width."
)


class AttentionWrapper(RNNCell):
    """Joins the attention of the step before to the input, and the new one to the output.

    Raises:
      TypeError: a cell, mechanism or function is something else.
      ValueError: layers or sizes do not fit the mechanisms.
    """

    def __init__(
        self,
        cell: Any,
        attention_mechanism: Any,
        attention_layer_size: Any = None,
        alignment_history: bool = False,
        cell_input_fn: Callable[[Any, Any], Any] | None = None,
        output_attention: bool = True,
        initial_cell_state: Any = None,
        name: str | None = None,
        attention_layer: Any = None,
        attention_fn: Callable[..., Any] | None = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(name=name, dtype=dtype)
        assert_like_rnncell("cell", cell)
        self._is_multi = isinstance(attention_mechanism, (list, tuple))
        mechanisms = attention_mechanism if self._is_multi else (attention_mechanism,)
        _check_mechanisms(mechanisms, self._is_multi)
        if cell_input_fn is not None:
            check_callable("cell_input_fn", cell_input_fn)
        self._attention_layers, self._attention_layer_size = attention_layers.made(
            cell, mechanisms, attention_layer_size, attention_layer
        )
        self._attention_fn = attention_fn or attend
        self._cell = cell
        self._attention_mechanisms = mechanisms
        self._cell_input_fn = cell_input_fn or (lambda inputs, attention: v1.concat([inputs, attention], -1))
        self._output_attention = output_attention
        self._alignment_history = alignment_history
        with v1.name_scope(name, "AttentionWrapperInit"):
            self._initial_cell_state = None
            if initial_cell_state is not None:
                batch = known_or_dynamic(v1.nest.flatten(initial_cell_state)[-1], 0)
                message = f"When constructing AttentionWrapper {self._base_name}: {_AT_INIT}"
                self._initial_cell_state = self._checked(batch, message, initial_cell_state, "check_initial_cell_state")

    def _checked(self, batch: Any, message: str, values: Any, name: str) -> Any:
        """The nest `values`, read once the batch size is that of every memory."""
        checks = [v1.assert_equal(batch, each.batch_size, message=message) for each in self._attention_mechanisms]
        with v1.control_dependencies(checks):
            return v1.nest.map_structure(lambda each: v1.identity(each, name=name), values)

    def _one_or_all(self, values: Iterable[Any]) -> Any:
        every = tuple(values)
        return every if self._is_multi else every[0]

    @property
    def output_size(self) -> Any:
        return self._attention_layer_size if self._output_attention else self._cell.output_size

    @property
    def state_size(self) -> AttentionWrapperState:
        mechanisms = self._attention_mechanisms
        history = (each.alignments_size if self._alignment_history else () for each in mechanisms)
        return AttentionWrapperState(
            cell_state=self._cell.state_size,
            time=v1.TensorShape([]),
            attention=self._attention_layer_size,
            alignments=self._one_or_all(each.alignments_size for each in mechanisms),
            attention_state=self._one_or_all(each.state_size for each in mechanisms),
            alignment_history=self._one_or_all(history),
        )

    def zero_state(self, batch_size: Any, dtype: Any) -> AttentionWrapperState:
        """The state before the first step; `initial_cell_state` if that was given."""
        mechanisms = self._attention_mechanisms
        with v1.name_scope(f"{type(self).__name__}ZeroState", values=[batch_size]):
            cell_state = self._initial_cell_state
            if cell_state is None:
                cell_state = self._cell.get_initial_state(batch_size=batch_size, dtype=dtype)
            message = f"When calling zero_state of AttentionWrapper {self._base_name}: {_AT_ZERO_STATE}"
            cell_state = self._checked(batch_size, message, cell_state, "checked_cell_state")
            alignments = [each.initial_alignments(batch_size, dtype) for each in mechanisms]
            return AttentionWrapperState(
                cell_state=cell_state,
                time=v1.zeros([], dtype=v1.int32),
                attention=zero_state_tensors(self._attention_layer_size, batch_size, dtype),
                alignments=self._one_or_all(alignments),
                attention_state=self._one_or_all(each.initial_state(batch_size, dtype) for each in mechanisms),
                alignment_history=self._one_or_all(self._history(each, dtype) for each in alignments),
            )

    def _history(self, alignments: Any, dtype: Any) -> Any:
        if not self._alignment_history:
            return ()
        return v1.TensorArray(dtype, size=0, dynamic_size=True, element_shape=alignments.shape)

    def call(self, inputs: Any, state: Any) -> tuple[Any, AttentionWrapperState]:
        if not isinstance(state, AttentionWrapperState):
            raise TypeError(
                f"Expected state to be instance of AttentionWrapperState. Received type {type(state)} instead."
            )
        cell_output, cell_state = self._cell(self._cell_input_fn(inputs, state.attention), state.cell_state)
        message = f"When applying AttentionWrapper {self.name}: {_AT_CALL}"
        cell_output = self._checked(known_or_dynamic(cell_output, 0), message, cell_output, "checked_cell_output")
        states = state.attention_state if self._is_multi else [state.attention_state]
        histories = state.alignment_history if self._is_multi else [state.alignment_history]
        found = []
        for place, mechanism in enumerate(self._attention_mechanisms):
            layer = self._attention_layers[place] if self._attention_layers else None
            attention, alignments, next_state = self._attention_fn(mechanism, cell_output, states[place], layer)
            history = histories[place].write(state.time, alignments) if self._alignment_history else ()
            found.append((attention, next_state, alignments, history))
        attentions, next_states, all_alignments, histories = zip(*found, strict=True)
        attention = v1.concat(attentions, 1)
        next_state = AttentionWrapperState(
            time=state.time + 1,
            cell_state=cell_state,
            attention=attention,
            attention_state=self._one_or_all(next_states),
            alignments=self._one_or_all(all_alignments),
            alignment_history=self._one_or_all(histories),
        )
        return attention if self._output_attention else cell_output, next_state


def attend(mechanism: Any, cell_output: Any, attention_state: Any, attention_layer: Any) -> tuple[Any, Any, Any]:
    """`(attention, alignments, next state)`: the weighted mean of the memory, through a layer if there is one."""
    if isinstance(mechanism, KerasMechanism):
        alignments, next_state = mechanism([cell_output, attention_state])
    else:
        alignments, next_state = mechanism(cell_output, state=attention_state)
    context = v1.squeeze(v1.matmul(v1.expand_dims(alignments, 1), mechanism.values), [1])
    if attention_layer is None:
        return context, alignments, next_state
    return attention_layer(v1.concat([cell_output, context], 1)), alignments, next_state


def _check_mechanisms(mechanisms: Any, several: bool) -> None:
    expected = (
        "attention_mechanism must contain only instances of AttentionMechanism"
        if several
        else "attention_mechanism must be an AttentionMechanism or list of multiple AttentionMechanism instances"
    )
    for mechanism in mechanisms:
        if not isinstance(mechanism, AttentionMechanism):
            raise TypeError(f"{expected}, saw type: {type(mechanism).__name__}")
