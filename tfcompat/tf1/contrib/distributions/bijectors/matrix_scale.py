"""What `Affine` and `AffineLinearOperator` share: a linear operator applied to batches of vectors."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector
from tfcompat.tf1.contrib.distributions.shape import _DistributionShape


class MatrixScale(Bijector):
    """`y = scale @ x + shift`; subclasses set `_shift`, `_scale` and `_shaper`."""

    @property
    def shift(self) -> Any:
        """What is added, or None."""
        return self._shift

    @property
    def scale(self) -> Any:
        """The operator that multiplies, or None."""
        return self._scale

    def _shift_checked(self, shift: Any) -> Any:
        return None if shift is None else v1.convert_to_tensor(shift, name="shift")

    def _same_dtype(self, shift: Any, scale: Any) -> None:
        if shift is not None and shift.dtype.base_dtype != scale.dtype.base_dtype:
            raise TypeError(f"shift.dtype({shift.dtype}) is incompatible with scale.dtype({scale.dtype}).")

    def _shape_with(self, batch_ndims: Any, validate_args: bool) -> Any:
        return _DistributionShape(batch_ndims=batch_ndims, event_ndims=1, validate_args=validate_args)

    def _multiplied(self, x: Any) -> Any:
        columns, sample_shape = self._shaper.make_batch_of_event_sample_matrices(x, expand_batch_dim=False)
        with v1.control_dependencies(self._checks()):
            columns = self.scale.matmul(columns)
        return self._shaper.undo_make_batch_of_event_sample_matrices(columns, sample_shape, expand_batch_dim=False)

    def _solved(self, y: Any) -> Any:
        columns, sample_shape = self._shaper.make_batch_of_event_sample_matrices(y, expand_batch_dim=False)
        columns = self.scale.solve(columns)
        return self._shaper.undo_make_batch_of_event_sample_matrices(columns, sample_shape, expand_batch_dim=False)

    def _checks(self) -> list[Any]:
        """That the operator can be inverted, where the operator can tell."""
        if not self.validate_args:
            return []
        try:
            return [self.scale.assert_non_singular()]
        except NotImplementedError:
            return []


def batch_ndims_of(operator: Any) -> Any:
    """How many batch dimensions a linear operator has: an integer, or a tensor if it is known only when run."""
    if operator.tensor_rank is not None:
        return operator.tensor_rank - 2
    return operator.tensor_rank_tensor() - 2


def graph_parents_of(operator: Any) -> list[Any]:
    """The tensors that a linear operator is made of."""
    return list(getattr(operator, "_graph_parents", None) or [])
