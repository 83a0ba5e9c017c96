"""`type(tensor).__name__` is "Tensor", also in the error for an attribute it lacks, not SymbolicTensor."""

from __future__ import annotations

from tfcompat.backend.internals import ops

ops.SymbolicTensor.__name__ = "Tensor"
