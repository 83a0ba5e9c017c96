"""A recurrent network over a list of steps, one way or both, under a model of its last state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib import rnn


def bidirectional_rnn(
    cell_fw: Any,
    cell_bw: Any,
    inputs: list[Any],
    initial_state_fw: Any = None,
    initial_state_bw: Any = None,
    dtype: Any = None,
    sequence_length: Any = None,
    scope: str | None = None,
) -> tuple[list[Any], Any]:
    """Outputs of both directions side by side, one per step, and both last states side by side.

    Raises:
      TypeError: a cell is none, or the inputs are no list.
      ValueError: there are no inputs.
    """
    for name, cell in (("cell_fw", cell_fw), ("cell_bw", cell_bw)):
        if not isinstance(cell, rnn.RNNCell):
            raise TypeError(f"{name} must be an instance of RNNCell")
    if not isinstance(inputs, list):
        raise TypeError("inputs must be a list")
    if not inputs:
        raise ValueError("inputs must not be empty")
    name = scope or "BiRNN"
    with v1.variable_scope(f"{name}_FW"):
        forward, state_fw = v1.nn.static_rnn(cell_fw, inputs, initial_state_fw, dtype, sequence_length)
    with v1.variable_scope(f"{name}_BW"):
        turned = _reversed(inputs, sequence_length)
        backward, state_bw = v1.nn.static_rnn(cell_bw, turned, initial_state_bw, dtype, sequence_length)
    pairs = zip(forward, _reversed(backward, sequence_length), strict=True)
    return [v1.concat(pair, 1) for pair in pairs], v1.concat([state_fw, state_bw], 1)


def get_rnn_model(
    rnn_size: int,
    cell_type: str,
    num_layers: int,
    input_op_fn: Callable[[Any], list[Any]],
    bidirectional: bool,
    target_predictor_fn: Callable[[Any, Any], Any],
    sequence_length: Any,
    initial_state: Any,
    attn_length: int | None,
    attn_size: int | None,
    attn_vec_size: int | None,
) -> Callable[[Any, Any], Any]:
    """A function of features and labels: `target_predictor_fn` of the last state and the labels.

    `input_op_fn` makes the list of steps [batch, width]; `cell_type` is `rnn`, `gru` or `lstm`; with `attn_length`
    each layer also looks back over that many outputs.
    """

    def layer() -> Any:
        cell = _cell(cell_type, rnn_size)
        if attn_length is None:
            return cell
        return rnn.AttentionCellWrapper(
            cell, attn_length=attn_length, attn_size=attn_size, attn_vec_size=attn_vec_size, state_is_tuple=False
        )

    def stack() -> Any:
        return rnn.MultiRNNCell([layer() for _ in range(num_layers)], state_is_tuple=False)

    def model(x: Any, y: Any) -> Any:
        steps = input_op_fn(x)
        given = {"dtype": v1.float32, "sequence_length": sequence_length}
        if bidirectional:
            given |= {"initial_state_fw": initial_state, "initial_state_bw": initial_state}
            _, state = bidirectional_rnn(stack(), stack(), steps, **given)
        else:
            _, state = v1.nn.static_rnn(stack(), steps, initial_state=initial_state, **given)
        return target_predictor_fn(state, y)

    return model


def _cell(kind: str, size: int) -> Any:
    if kind == "rnn":
        return rnn.BasicRNNCell(size)
    if kind == "gru":
        return rnn.GRUCell(size)
    if kind == "lstm":
        return rnn.BasicLSTMCell(size, state_is_tuple=False)
    raise ValueError(f"cell_type {kind} is not supported. ")


def _reversed(steps: list[Any], lengths: Any) -> list[Any]:
    """The steps from the last to the first: for each row up to its length, where lengths are given."""
    if lengths is None:
        return list(reversed(steps))
    for each in steps:
        each.set_shape(each.get_shape().with_rank(2))
    joined = v1.reverse_sequence(v1.stack(steps), lengths, seq_axis=0, batch_axis=1)
    return list(v1.unstack(joined))
