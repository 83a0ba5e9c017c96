"""`NTMCell` of `tensorflow.contrib.rnn.python.ops.rnn_cell`: a neural Turing machine (arXiv:1410.5401)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from tfcompat.backend.v1api import keras, v1
from tfcompat.tf1.cells.base import LayerRNNCell, assert_like_rnncell, known_depth
from tfcompat.tf1.contrib.rnn.ntm_addressing import Head, address


class NTMControllerState(NamedTuple):
    """The controller's state, what was read, where each head looked, the memory, and the number of steps."""

    controller_state: Any
    read_vector_list: Any
    w_list: Any
    M: Any
    time: Any


class NTMCell(LayerRNNCell):
    """A controller with heads on a memory of `memory_size` vectors of `memory_vector_dim`."""

    def __init__(
        self,
        controller: Any,
        memory_size: int,
        memory_vector_dim: int,
        read_head_num: int,
        write_head_num: int,
        shift_range: int = 1,
        output_dim: int | None = None,
        clip_value: float = 20,
        dtype: Any = v1.float32,
        name: str | None = None,
    ) -> None:
        super().__init__(dtype=dtype, name=name)
        assert_like_rnncell("NTM RNN controller cell", controller)
        self.controller = controller
        self.memory_size, self.memory_vector_dim = memory_size, memory_vector_dim
        self.read_head_num, self.write_head_num = read_head_num, write_head_num
        self.num_heads = read_head_num + write_head_num
        self.clip_value = clip_value
        self.output_dim = output_dim
        self.shift_range = shift_range
        self.num_parameters_per_head = memory_vector_dim + 2 * shift_range + 4
        self.total_parameter_num = (
            self.num_parameters_per_head * self.num_heads + 2 * memory_vector_dim * write_head_num
        )

    @property
    def state_size(self) -> NTMControllerState:
        return NTMControllerState(
            self.controller.state_size,
            [self.memory_vector_dim] * self.read_head_num,
            [self.memory_size] * self.num_heads,
            v1.TensorShape([self.memory_size * self.memory_vector_dim]),
            v1.TensorShape([]),
        )

    @property
    def output_size(self) -> Any:
        return self.output_dim

    def build(self, inputs_shape: Any) -> None:
        if self.output_dim is None:
            self.output_dim = known_depth(inputs_shape)
        hidden, width = self.controller.output_size, self.memory_vector_dim
        zeros = v1.constant_initializer(0.0, dtype=self.dtype)
        glorot = keras().initializers.glorot_uniform()
        self._params_kernel = self._matrix("parameters_kernel", hidden, self.total_parameter_num)
        self._params_bias = self.add_weight("parameters_bias", shape=[self.total_parameter_num], initializer=zeros)
        self._output_kernel = self._matrix("output_kernel", hidden + width * self.read_head_num, self.output_dim)
        self._output_bias = self.add_weight("output_bias", shape=[self.output_dim], initializer=zeros)
        self._init_read_vectors = [
            self.add_weight(f"initial_read_vector_{place}", shape=[1, width], initializer=glorot)
            for place in range(self.read_head_num)
        ]
        self._init_address_weights = [
            self.add_weight(f"initial_address_weights_{place}", shape=[1, self.memory_size], initializer=glorot)
            for place in range(self.num_heads)
        ]
        tiny = v1.constant_initializer(1e-6, dtype=self.dtype)
        self._M = self.add_weight("memory", shape=[self.memory_size, width], initializer=tiny)
        self.built = True

    def _matrix(self, name: str, rows: int, columns: int | None) -> Any:
        start = v1.truncated_normal_initializer(stddev=1.0 / math.sqrt(rows), dtype=v1.float32)
        return self.add_weight(name, shape=[rows, columns], initializer=start)

    def call(self, x: Any, prev_state: NTMControllerState) -> tuple[Any, NTMControllerState]:
        batch = v1.dimension_value(x.shape[0]) or v1.shape(x)[0]

        def first_or(first: Callable[[], Any], later: Any) -> Any:
            return v1.cond(v1.equal(prev_state.time, 0), first, lambda: later)

        def rows(weights: list[Any], squash: Any) -> list[Any]:
            ones = [v1.squeeze(v1.matmul(v1.ones([1, 1]), each)) for each in weights]
            return [_repeated(squash(each), batch) for each in ones]

        read = first_or(lambda: rows(self._init_read_vectors, v1.tanh), prev_state.read_vector_list)
        seen = v1.concat([x, *v1.nest.flatten(read)], axis=1)
        output, controller_state = self.controller(seen, prev_state.controller_state)
        parameters = v1.nn.bias_add(v1.matmul(output, self._params_kernel), self._params_bias)
        parameters = v1.clip_by_value(parameters, -self.clip_value, self.clip_value)
        cut = self.num_parameters_per_head * self.num_heads
        heads = v1.split(parameters[:, :cut], self.num_heads, axis=1)
        changes = v1.split(parameters[:, cut:], 2 * self.write_head_num, axis=1)
        looked = first_or(lambda: rows(self._init_address_weights, v1.nn.softmax), prev_state.w_list)
        memory = first_or(lambda: _repeated(self._M, batch), prev_state.M)
        looks = [
            address(Head.of(parameter, self.memory_vector_dim, self.shift_range), memory, before)
            for parameter, before in zip(heads, v1.nest.flatten(looked), strict=True)
        ]
        reads = [v1.reduce_sum(v1.expand_dims(w, axis=2) * memory, axis=1) for w in looks[: self.read_head_num]]
        for place, w in enumerate(looks[self.read_head_num :]):
            memory = _written(memory, w, changes[2 * place], changes[2 * place + 1])
        output = v1.matmul(v1.concat([output, *reads], axis=1), self._output_kernel)
        output = v1.nn.bias_add(output, self._output_bias)
        output = v1.clip_by_value(output, -self.clip_value, self.clip_value)
        return output, NTMControllerState(controller_state, reads, looks, memory, prev_state.time + 1)

    def zero_state(self, batch_size: Any, dtype: Any) -> NTMControllerState:
        width, size = self.memory_vector_dim, self.memory_size
        reads = [v1.zeros([batch_size, width]) for _ in range(self.read_head_num)]
        looks = [v1.zeros([batch_size, size]) for _ in range(self.num_heads)]
        controller = self.controller.zero_state(batch_size, dtype)
        return NTMControllerState(controller, reads, looks, v1.zeros([batch_size, size, width]), 0)


def _repeated(value: Any, batch: int) -> Any:
    return v1.concat([v1.expand_dims(value, 0) for _ in range(batch)], axis=0)


def _written(memory: Any, w: Any, erase: Any, add: Any) -> Any:
    """The memory, `[batch, size, width]`, after one head has written where it looks."""
    w = v1.expand_dims(w, axis=2)
    erase = v1.expand_dims(v1.sigmoid(erase), axis=1)
    add = v1.expand_dims(v1.tanh(add), axis=1)
    kept = memory * (v1.ones_like(memory) - v1.matmul(w, erase))
    return kept + v1.matmul(w, add)
