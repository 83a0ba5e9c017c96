"""`Recurrent`: what recurrent layers inherited from until Keras 2.0; a subclass says what one step does."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras.engine.layer import Layer
from tfcompat.keras.utils.generic_utils import to_list


class Recurrent(Layer):
    """Runs `step` over the steps of sequences [batch, steps, size].

    A subclass sets `units` (Keras 1: `output_dim`), in `build` also `states`, a list with None for each state, and
    defines `step(inputs, states) -> output, new states`. It may define `get_constants(inputs, training)`, whose tensors
    `step` gets behind the states, `preprocess_input(inputs, training)` and `get_initial_state(inputs)`. The output is
    [batch, units], or [batch, steps, units] with `return_sequences`; with `return_state` the last states follow it.

    Source: keras.legacy.layers.Recurrent.

    Args:
      implementation: kept for the subclass; `consume_less` is Keras 1's word for it.
      input_dim: this and `input_length`: Keras 1's way to say the shape of a first layer's input.

    Raises:
      ValueError: initial states that are not as many as `states`, or that only partly come from layers; `unroll` of
        sequences of unknown length; a `stateful` layer whose batch size is not known.
    """

    def __init__(
        self,
        return_sequences: bool = False,
        return_state: bool = False,
        go_backwards: bool = False,
        stateful: bool = False,
        unroll: bool = False,
        implementation: int = 0,
        *,
        consume_less: str | None = None,
        input_dim: int | None = None,
        input_length: int | None = None,
        **kwargs: Any,
    ) -> None:
        if input_dim:
            kwargs.setdefault("input_shape", (input_length, input_dim))
        super().__init__(**kwargs)
        self.return_sequences = return_sequences
        self.return_state = return_state
        self.go_backwards = go_backwards
        self.stateful = stateful
        self.unroll = unroll
        self.implementation = implementation
        if consume_less is not None:
            self.consume_less = consume_less
        self.supports_masking = True
        self.input_spec = [keras().layers.InputSpec(ndim=3)]
        self.state_spec: Any = None
        self.dropout = self.recurrent_dropout = 0

    @property
    def states(self) -> Any:
        """The states between batches, or a None for each."""
        return getattr(self, "_kept_states", [])

    @states.setter
    def states(self, states: Any) -> None:
        object.__setattr__(self, "_kept_states", states)  # the layer's own would make weights of them

    def _size(self) -> int:
        return int(self.units if hasattr(self, "units") else self.output_dim)

    def step(self, inputs: Any, states: Any) -> Any:
        raise NotImplementedError(f"{type(self).__name__} must define step(inputs, states)")

    def get_constants(self, inputs: Any, training: Any = None) -> Any:
        return []

    def preprocess_input(self, inputs: Any, training: Any = None) -> Any:
        return inputs

    def get_initial_state(self, inputs: Any) -> Any:
        zeros = v1.expand_dims(v1.reduce_sum(v1.zeros_like(inputs), axis=(1, 2)), -1)
        return [v1.tile(zeros, [1, self._size()]) for _ in self.states]

    def get_initial_states(self, inputs: Any) -> Any:
        """Keras 1's name of `get_initial_state`."""
        return self.get_initial_state(inputs)

    def compute_output_shape(self, input_shape: Any) -> Any:
        first = input_shape[0] if isinstance(input_shape, list) else input_shape
        batch, steps = tuple(first)[:2]
        output = (batch, steps, self._size()) if self.return_sequences else (batch, self._size())
        return [output, *((batch, self._size()) for _ in self.states)] if self.return_state else output

    def compute_mask(self, inputs: Any, mask: Any = None) -> Any:
        output = _first(mask) if self.return_sequences else None
        return [output, *(None for _ in self.states)] if self.return_state else output

    def __call__(self, inputs: Any, initial_state: Any = None, **kwargs: Any) -> Any:
        if isinstance(inputs, (list, tuple)) and len(inputs) > 1 and initial_state is None:
            inputs, initial_state = inputs[0], list(inputs[1:])
        if initial_state is None:
            return super().__call__(inputs, **kwargs)
        initial_state = to_list(initial_state, allow_tuple=True)
        of_layers = {hasattr(each, "_keras_history") for each in initial_state}
        if len(of_layers) > 1:
            raise ValueError(
                "The initial state of an RNN layer cannot be specified with a mix of Keras tensors and non-Keras "
                "tensors"
            )
        if of_layers == {False}:
            return super().__call__(inputs, initial_state=initial_state, **kwargs)
        alone = to_list(self.input_spec, allow_tuple=True)
        self.input_spec = alone + to_list(self.state_spec, allow_tuple=True)
        try:
            return super().__call__([inputs, *initial_state], **kwargs)
        finally:
            self.input_spec = alone

    def call(self, inputs: Any, mask: Any = None, training: Any = None, initial_state: Any = None) -> Any:
        if isinstance(inputs, (list, tuple)):
            inputs, initial_state = inputs[0], list(inputs[1:])
        elif initial_state is None:
            initial_state = self.states if self.stateful else self._begin(inputs)
        if len(initial_state) != len(self.states):
            raise ValueError(f"Layer has {len(self.states)} states but was passed {len(initial_state)} initial states.")
        steps = keras().backend.int_shape(inputs)[1]
        if self.unroll and steps in (None, 1):
            raise ValueError(
                "Cannot unroll a RNN if the time dimension is undefined or equal to 1: give the number of steps by "
                "`input_shape`, by `batch_input_shape`, or by the `shape` of an Input layer."
            )
        last, outputs, states = keras().backend.rnn(
            self.step,
            self.preprocess_input(inputs),
            initial_state,
            go_backwards=self.go_backwards,
            mask=_first(mask),
            constants=self.get_constants(inputs),
            unroll=self.unroll,
            input_length=steps,
        )
        if self.stateful:
            self.add_update(list(zip(self.states, states, strict=True)), inputs)
        output = outputs if self.return_sequences else last
        return [output, *states] if self.return_state else output

    def _begin(self, inputs: Any) -> Any:
        of_keras_1 = type(self).get_initial_states is not Recurrent.get_initial_states
        return self.get_initial_states(inputs) if of_keras_1 else self.get_initial_state(inputs)

    def reset_states(self, states: Any = None) -> None:
        """Sets the states to zero, or to the arrays given, each [batch, units].

        Raises:
          AttributeError: the layer is not stateful.
          ValueError: the batch size is not known, or an array has another shape.
        """
        if not self.stateful:
            raise AttributeError("Layer must be stateful.")
        batch = to_list(self.input_spec, allow_tuple=True)[0].shape[0]
        if not batch:
            raise ValueError(
                "If a RNN is stateful, it needs to know its batch size: give it by `batch_input_shape`, or by the "
                "`batch_shape` of an Input layer."
            )
        shape = (batch, self._size())
        if self.states[0] is None:
            self.states = [keras().backend.zeros(shape) for _ in self.states]
            return
        values = [np.zeros(shape)] * len(self.states) if states is None else to_list(states, allow_tuple=True)
        if len(values) != len(self.states):
            raise ValueError(
                f"Layer {self.name} expects {len(self.states)} states, but it received {len(values)} state values. "
                f"Input received: {values}"
            )
        for place, (state, value) in enumerate(zip(self.states, values, strict=True)):
            if value.shape != shape:
                raise ValueError(
                    f"State {place} is incompatible with layer {self.name}: expected shape={shape}, "
                    f"found shape={value.shape}"
                )
            keras().backend.set_value(state, value)

    def get_config(self) -> dict[str, Any]:
        names = "return_sequences return_state go_backwards stateful unroll implementation".split()
        return {**super().get_config(), **{name: getattr(self, name) for name in names}}


def _first(mask: Any) -> Any:
    return mask[0] if isinstance(mask, list) else mask
