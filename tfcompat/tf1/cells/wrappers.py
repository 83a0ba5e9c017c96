"""`EmbeddingWrapper`, `InputProjectionWrapper` and `OutputProjectionWrapper` of `tf.contrib.rnn`."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import Wrapper, assert_like_rnncell
from tfcompat.tf1.cells.linear import Linear


class _Wrapper(Wrapper):
    """With the argument `reuse`, and a cell that was checked."""

    def __init__(self, cell: Any, reuse: bool | None) -> None:
        super().__init__(_reuse=reuse)
        assert_like_rnncell("cell", cell)
        self._cell = cell


class EmbeddingWrapper(_Wrapper):
    """Looks the input numbers up in an embedding, made on the CPU, before the cell."""

    def __init__(
        self,
        cell: Any,
        embedding_classes: int,
        embedding_size: int,
        initializer: Any = None,
        reuse: bool | None = None,
    ) -> None:
        super().__init__(cell, reuse)
        if embedding_classes <= 0 or embedding_size <= 0:
            raise ValueError(
                "EmbeddingWrapper expected embedding_classes and embedding_size above 0, but received "
                f"{embedding_classes} and {embedding_size}"
            )
        self._embedding_shape = [embedding_classes, embedding_size]
        self._initializer = initializer

    def call(self, inputs: Any, state: Any) -> Any:
        with v1.device("/cpu:0"):
            initializer = self._initializer or v1.get_variable_scope().initializer
            if not initializer:
                bound = math.sqrt(3)  # uniform with variance 1
                initializer = v1.random_uniform_initializer(-bound, bound)
            dtype = (state[0] if isinstance(state, tuple) else state).dtype
            embedding = v1.get_variable("embedding", self._embedding_shape, initializer=initializer, dtype=dtype)
            embedded = v1.nn.embedding_lookup(embedding, v1.reshape(inputs, [-1]))
            return self._cell(embedded, state)


class InputProjectionWrapper(_Wrapper):
    """Projects the input before the cell."""

    def __init__(
        self, cell: Any, num_proj: int, activation: Any = None, input_size: Any = None, reuse: bool | None = None
    ) -> None:
        super().__init__(cell, reuse)
        if input_size is not None:
            v1.logging.warn("%s: The input_size parameter is deprecated.", self)
        self._num_proj = num_proj
        self._activation = activation
        self._linear: Linear | None = None

    def call(self, inputs: Any, state: Any) -> Any:
        if self._linear is None:
            self._linear = Linear(inputs, self._num_proj, True)
        projected = self._linear(inputs)
        return self._cell(self._activation(projected) if self._activation else projected, state)


class OutputProjectionWrapper(_Wrapper):
    """Projects the output of the cell."""

    def __init__(self, cell: Any, output_size: int, activation: Any = None, reuse: bool | None = None) -> None:
        super().__init__(cell, reuse)
        if output_size < 1:
            raise ValueError(f"OutputProjectionWrapper expected an output_size above 0, but received {output_size}")
        self._output_size = output_size
        self._activation = activation
        self._linear: Linear | None = None

    @property
    def output_size(self) -> int:
        return self._output_size

    def call(self, inputs: Any, state: Any) -> Any:
        output, state = self._cell(inputs, state)
        if self._linear is None:
            self._linear = Linear(output, self._output_size, True)
        projected = self._linear(output)
        return self._activation(projected) if self._activation else projected, state
