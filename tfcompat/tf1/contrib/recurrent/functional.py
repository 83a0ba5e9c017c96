"""`functional_rnn` and `bidirectional_functional_rnn`: as `dynamic_rnn`, over `Recurrent`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.recurrent.cell_function import CellFunction
from tfcompat.tf1.contrib.recurrent.loop import Recurrent

__all__ = ["bidirectional_functional_rnn", "functional_rnn"]


def functional_rnn(
    cell: Any,
    inputs: Any,
    sequence_length: Any = None,
    initial_state: Any = None,
    dtype: Any = None,
    time_major: bool = False,
    scope: Any = None,
    use_tpu: bool = False,
    reverse: bool = False,
) -> tuple[Any, Any]:
    """Outputs, `[batch, time, size]` or time first, 0 past the lengths, and the states at the lengths.

    `reverse` reads from the end.
    """
    with v1.variable_scope(scope or "rnn"):
        if not time_major:
            inputs = v1.nest.map_structure(lambda each: v1.transpose(each, [1, 0, 2]), inputs)
        first = v1.nest.flatten(inputs)[0]
        batch = v1.shape(first)[1]
        if initial_state is None:
            initial_state = cell.zero_state(batch, dtype)
        made = CellFunction(cell, inputs, initial_state)
    longest = None if sequence_length is None else v1.reduce_max(sequence_length)
    if reverse:
        inputs = v1.nest.map_structure(lambda each: v1.reverse(each, [0]), inputs)
    history, last = Recurrent(
        made.theta,
        made.extended_initial_state,
        inputs,
        made.step,
        max_input_length=longest,
        use_tpu=use_tpu,
        aligned_end=reverse,
    )
    outputs = made.output_of(history)
    outputs = v1.reverse(outputs, [0]) if reverse else outputs
    outputs = v1.transpose(outputs, [1, 0, 2])
    outputs.set_shape([made.output_shape[0], first.shape[0], made.output_shape[1]])
    states = made.without_output(v1.nest.flatten(last))
    if sequence_length is not None:
        outputs = outputs * v1.expand_dims(_until(sequence_length, outputs), -1)
        if not reverse:
            states = [_at_end(each, sequence_length) for each in made.without_output(v1.nest.flatten(history))]
    for each, template in zip(states, v1.nest.flatten(made.state_template), strict=True):
        each.set_shape(template.shape)
    state = v1.nest.pack_sequence_as(made.state_template, states)
    return v1.transpose(outputs, [1, 0, 2]) if time_major else outputs, state


def bidirectional_functional_rnn(
    cell_fw: Any,
    cell_bw: Any,
    inputs: Any,
    initial_state_fw: Any = None,
    initial_state_bw: Any = None,
    dtype: Any = None,
    sequence_length: Any = None,
    time_major: bool = False,
    use_tpu: bool = False,
    fast_reverse: bool = False,
    scope: Any = None,
) -> tuple[tuple[Any, Any], tuple[Any, Any]]:
    """Outputs and states of both directions; `fast_reverse` is right where all sequences end together."""
    time_axis, batch_axis = (0, 1) if time_major else (1, 0)

    def reverse(values: Any) -> Any:
        if sequence_length is None:
            return v1.reverse(values, axis=[time_axis])
        return v1.reverse_sequence(values, sequence_length, seq_axis=time_axis, batch_axis=batch_axis)

    options = {
        "sequence_length": sequence_length,
        "dtype": dtype,
        "time_major": time_major,
        "use_tpu": use_tpu,
    }
    with v1.variable_scope(scope or "bidirectional_rnn"):
        with v1.variable_scope("fw") as fw:
            output_fw, state_fw = functional_rnn(cell_fw, inputs, initial_state=initial_state_fw, scope=fw, **options)
        with v1.variable_scope("bw") as bw:
            turned = inputs if fast_reverse else v1.nest.map_structure(reverse, inputs)
            output_bw, state_bw = functional_rnn(
                cell_bw, turned, initial_state=initial_state_bw, scope=bw, reverse=fast_reverse, **options
            )
    return (output_fw, output_bw if fast_reverse else reverse(output_bw)), (state_fw, state_bw)


def _until(lengths: Any, outputs: Any) -> Any:
    """1 before the lengths and 0 after, in the type of `[batch, time, size]` outputs."""
    return v1.sequence_mask(lengths, v1.shape(outputs)[1], dtype=outputs.dtype)


def _at_end(states: Any, lengths: Any) -> Any:
    """Of `[time, batch, size]` states the last within each length; zeros for an empty sequence."""
    ends = v1.one_hot(v1.cast(lengths, v1.int32) - 1, v1.shape(states)[0], axis=0, dtype=states.dtype)
    return v1.reduce_sum(v1.expand_dims(ends, -1) * states, 0)
