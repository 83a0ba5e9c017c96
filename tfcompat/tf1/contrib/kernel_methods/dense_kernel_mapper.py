"""What every map to a kernel's features has."""

from __future__ import annotations

import abc
from typing import Any


class InvalidShapeError(Exception):
    """A tensor has not the shape that a map takes."""


class DenseKernelMapper(abc.ABC):
    """`DenseKernelMapper` of 1.15: dense features to dense features."""

    @abc.abstractmethod
    def map(self, input_tensor: Any) -> Any:
        """`[batch, input_dim]` to `[batch, output_dim]`."""

    @property
    @abc.abstractmethod
    def name(self) -> str: ...

    @property
    @abc.abstractmethod
    def output_dim(self) -> int: ...
