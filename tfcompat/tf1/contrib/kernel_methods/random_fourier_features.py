"""`RandomFourierFeatureMapper`: features whose products are near a Gaussian kernel."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.kernel_methods.dense_kernel_mapper import DenseKernelMapper, InvalidShapeError


class RandomFourierFeatureMapper(DenseKernelMapper):
    """`tf.contrib.kernel_methods.RandomFourierFeatureMapper` of 1.15: the same features for the same seed."""

    def __init__(
        self, input_dim: int, output_dim: int, stddev: float = 1.0, seed: int = 1, name: str | None = None
    ) -> None:
        self._input_dim, self._output_dim = input_dim, output_dim
        self._stddev, self._seed, self._name = stddev, seed, name

    @property
    def name(self) -> str:
        return self._name or str(id(self))

    @property
    def input_dim(self) -> int:
        return self._input_dim

    @property
    def output_dim(self) -> int:
        return self._output_dim

    def map(self, input_tensor: Any) -> Any:
        """`[batch, input_dim]` float32 to `[batch, output_dim]`.

        Raises:
          InvalidShapeError: another shape.
        """
        shape = input_tensor.get_shape()
        if len(shape) != 2:
            raise InvalidShapeError(f"The shape of the tensor should be 2. Got {len(shape)} instead.")
        if shape[1] != self._input_dim:
            raise InvalidShapeError(
                f"Invalid dimension: expected {self._input_dim} input features, got {shape[1]} instead."
            )
        draws = np.random.RandomState(self._seed)
        directions = draws.normal(scale=1.0 / self._stddev, size=[self._input_dim, self._output_dim])
        shifts = draws.uniform(low=0.0, high=2 * np.pi, size=[self._output_dim])
        phase = v1.matmul(input_tensor, v1.constant(directions, dtype=v1.float32))
        phase = v1.add(phase, v1.constant(shifts, dtype=v1.float32))
        return math.sqrt(2.0 / self._output_dim) * v1.cos(phase)
