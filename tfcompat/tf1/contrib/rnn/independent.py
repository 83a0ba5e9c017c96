"""`IndRNNCell`, `IndyGRUCell` and `IndyLSTMCell`: each unit sees its own past alone (arXiv:1803.04831)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import InputSpec, LayerCell, LSTMStateTuple, known_depth


class _Independent(LayerCell):
    """What the three share: recurrent weights, `[1, gates * units]`, are drawn from -1 to 1."""

    def __init__(self, num_units: int, activation: Any, reuse: bool | None, name: str | None, dtype: Any) -> None:
        super().__init__(_reuse=reuse, name=name, dtype=dtype)
        self.input_spec = InputSpec(ndim=2)
        self._state_size = self._output_size = self._num_units = num_units
        self._activation = activation or v1.tanh

    def _recurrent_weight(self, name: str, gates: int = 1) -> Any:
        start = v1.random_uniform_initializer(minval=-1, maxval=1, dtype=self.dtype)
        return self.add_weight(name, shape=[1, gates * self._num_units], initializer=start)


class IndRNNCell(_Independent):
    """Variables `kernel_w`, `kernel_u`, `bias`."""

    def __init__(
        self,
        num_units: int,
        activation: Any = None,
        reuse: bool | None = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(num_units, activation, reuse, name, dtype)

    def build(self, inputs_shape: Any) -> None:
        depth, units = known_depth(inputs_shape), self._num_units
        self._kernel_w = self.add_weight("kernel_w", shape=[depth, units])
        self._kernel_u = self._recurrent_weight("kernel_u")
        self._bias = self.add_weight("bias", shape=[units], initializer=v1.zeros_initializer(dtype=self.dtype))
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        mapped = v1.matmul(inputs, self._kernel_w) + state * self._kernel_u
        output = self._activation(v1.nn.bias_add(mapped, self._bias))
        return output, output


class IndyGRUCell(_Independent):
    """Variables `kernel_w`, `kernel_u` and `bias` in `gates`, and `kernel`, `kernel_u` and `bias` in `candidate`."""

    def __init__(
        self,
        num_units: int,
        activation: Any = None,
        reuse: bool | None = None,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(num_units, activation, reuse, name, dtype)
        self._kernel_initializer, self._bias_initializer = kernel_initializer, bias_initializer

    def build(self, inputs_shape: Any) -> None:
        depth, units = known_depth(inputs_shape), self._num_units
        kernel, bias = self._kernel_initializer, self._bias_initializer
        ones = v1.constant_initializer(1.0, dtype=self.dtype) if bias is None else bias
        self._gate_kernel_w = self.add_weight("gates/kernel_w", shape=[depth, 2 * units], initializer=kernel)
        self._gate_kernel_u = self._recurrent_weight("gates/kernel_u", 2)
        self._gate_bias = self.add_weight("gates/bias", shape=[2 * units], initializer=ones)
        zeros = v1.zeros_initializer(dtype=self.dtype) if bias is None else bias
        self._candidate_kernel_w = self.add_weight("candidate/kernel", shape=[depth, units], initializer=kernel)
        self._candidate_kernel_u = self._recurrent_weight("candidate/kernel_u")
        self._candidate_bias = self.add_weight("candidate/bias", shape=[units], initializer=zeros)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        gates = v1.matmul(inputs, self._gate_kernel_w) + v1.tile(state, [1, 2]) * self._gate_kernel_u
        gates = v1.sigmoid(v1.nn.bias_add(gates, self._gate_bias))
        reset, update = v1.split(value=gates, num_or_size_splits=2, axis=1)
        kept = reset * state
        candidate = v1.matmul(inputs, self._candidate_kernel_w) + kept * self._candidate_kernel_u
        candidate = self._activation(v1.nn.bias_add(candidate, self._candidate_bias))
        new_state = update * state + (1 - update) * candidate
        return new_state, new_state


class IndyLSTMCell(_Independent):
    """Variables `kernel_w`, `kernel_u`, `bias`."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        activation: Any = None,
        reuse: bool | None = None,
        kernel_initializer: Any = None,
        bias_initializer: Any = None,
        name: str | None = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(num_units, activation, reuse, name, dtype)
        self._set_sizes(num_units)
        self._forget_bias = forget_bias
        self._kernel_initializer, self._bias_initializer = kernel_initializer, bias_initializer

    def build(self, inputs_shape: Any) -> None:
        depth, units = known_depth(inputs_shape), self._num_units
        bias = self._bias_initializer
        self._kernel_w = self.add_weight("kernel_w", shape=[depth, 4 * units], initializer=self._kernel_initializer)
        self._kernel_u = self._recurrent_weight("kernel_u", 4)
        zeros = v1.zeros_initializer(dtype=self.dtype) if bias is None else bias
        self._bias = self.add_weight("bias", shape=[4 * units], initializer=zeros)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        one = v1.constant(1, dtype=v1.int32)
        c, h = state
        gates = v1.matmul(inputs, self._kernel_w)
        gates += v1.tile(h, [1, 4]) * self._kernel_u
        gates = v1.nn.bias_add(gates, self._bias)
        i, j, f, o = v1.split(value=gates, num_or_size_splits=4, axis=one)
        forget_bias = v1.constant(self._forget_bias, dtype=f.dtype)
        c = v1.add(v1.multiply(c, v1.sigmoid(v1.add(f, forget_bias))), v1.multiply(v1.sigmoid(i), self._activation(j)))
        h = v1.multiply(self._activation(c), v1.sigmoid(o))
        return h, LSTMStateTuple(c, h)
