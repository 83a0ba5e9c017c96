"""`MinimalRNNCell` and `CFNCell` of `tensorflow.contrib.rnn.python.ops.rnn_cell`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras, v1
from tfcompat.tf1.cells.base import InputSpec, LayerCell, known_depth


class _OneGate(LayerCell):
    """What both take: names of Keras for the activation and the initializers."""

    def __init__(
        self,
        units: int,
        activation: Any = "tanh",
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "ones",
        name: str | None = None,
        dtype: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(name=name, dtype=dtype, **kwargs)
        self.input_spec = InputSpec(ndim=2)
        self._state_size = self._output_size = self.units = units
        self.activation = keras().activations.get(activation)
        self.kernel_initializer = keras().initializers.get(kernel_initializer)
        self.bias_initializer = keras().initializers.get(bias_initializer)


class MinimalRNNCell(_OneGate):
    """The minimal RNN (arXiv:1806.05394); variables `kernel`, `bias`."""

    def build(self, inputs_shape: Any) -> None:
        shape = [known_depth(inputs_shape) + 2 * self.units, self.units]
        self.kernel = self.add_weight("kernel", shape=shape, initializer=self.kernel_initializer)
        self.bias = self.add_weight("bias", shape=[self.units], initializer=self.bias_initializer)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        depth = known_depth(inputs.get_shape())
        forward, gate = v1.split(value=self.kernel, num_or_size_splits=[depth, 2 * self.units], axis=0)
        mapped = self.activation(v1.matmul(inputs, forward))
        update = v1.matmul(v1.concat([mapped, state], 1), gate)
        update = v1.sigmoid(v1.nn.bias_add(update, self.bias))
        new_state = update * state + (1 - update) * mapped
        return new_state, new_state


class CFNCell(_OneGate):
    """The chaos free network (arXiv:1612.06212); variables `kernel`, `recurrent_kernel`, `bias`."""

    def build(self, inputs_shape: Any) -> None:
        depth, units = known_depth(inputs_shape), self.units
        kernel = self.kernel_initializer
        self.kernel = self.add_weight("kernel", shape=[depth, 3 * units], initializer=kernel)
        self.recurrent_kernel = self.add_weight("recurrent_kernel", shape=[units, 2 * units], initializer=kernel)
        self.bias = self.add_weight("bias", shape=[2 * units], initializer=self.bias_initializer)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        known_depth(inputs.get_shape())
        gate, forward = v1.split(value=self.kernel, num_or_size_splits=[2 * self.units, self.units], axis=1)
        gates = v1.matmul(state, self.recurrent_kernel) + v1.matmul(inputs, gate)
        gates = v1.sigmoid(v1.nn.bias_add(gates, self.bias))
        theta, eta = v1.split(value=gates, num_or_size_splits=2, axis=1)
        mapped = v1.matmul(inputs, forward)
        new_state = theta * self.activation(state) + (1 - eta) * self.activation(mapped)
        return new_state, new_state
