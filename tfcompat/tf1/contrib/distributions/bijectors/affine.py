"""`Affine`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.bijectors.base import after, init_scope
from tfcompat.tf1.contrib.distributions.bijectors.matrix_scale import MatrixScale, batch_ndims_of, graph_parents_of
from tfcompat.tf1.contrib.distributions.scale_operators import make_tril_scale, maybe_tensor


class Affine(MatrixScale):
    """`y = scale @ x + shift`, the scale given in parts.

    `scale = scale_identity_multiplier * I + diag(scale_diag) + scale_tril
    + scale_perturb_factor @ diag(scale_perturb_diag) @ transpose(scale_perturb_factor)`
    """

    def __init__(
        self,
        shift: Any = None,
        scale_identity_multiplier: Any = None,
        scale_diag: Any = None,
        scale_tril: Any = None,
        scale_perturb_factor: Any = None,
        scale_perturb_diag: Any = None,
        validate_args: bool = False,
        name: str = "affine",
    ) -> None:
        if scale_perturb_diag is not None and scale_perturb_factor is None:
            raise ValueError("When scale_perturb_diag is specified, scale_perturb_factor must be specified.")
        self._is_only_identity_multiplier = scale_tril is None and scale_diag is None and scale_perturb_factor is None
        values = [shift, scale_identity_multiplier, scale_diag, scale_tril, scale_perturb_diag, scale_perturb_factor]
        with init_scope(self, name, validate_args, values):
            self._shift = shift = self._shift_checked(shift)
            dtype = v1.float32 if shift is None else shift.dtype.base_dtype
            if self._is_only_identity_multiplier and scale_identity_multiplier is None:
                scale_identity_multiplier = v1.convert_to_tensor(1.0, dtype=dtype)
            multiplier = maybe_tensor(scale_identity_multiplier, "identity_multiplier")
            diag = maybe_tensor(scale_diag, "diag")
            tril = maybe_tensor(scale_tril, "tril")
            perturb_diag = maybe_tensor(scale_perturb_diag, "perturb_diag")
            factor = maybe_tensor(scale_perturb_factor, "perturb_factor")
            batch_ndims: Any = 0
            if self._is_only_identity_multiplier:
                self._scale = _nonzero(multiplier) if validate_args else multiplier
                parents = [self._scale]
            else:
                self._scale = _operator(shift, multiplier, diag, tril, perturb_diag, factor, validate_args)
                self._same_dtype(shift, self._scale)
                batch_ndims = batch_ndims_of(self._scale)
                parents = graph_parents_of(self._scale) + ([] if shift is None else [shift])
            self._shaper = self._shape_with(batch_ndims, validate_args)
            super().__init__(
                forward_min_event_ndims=1,
                graph_parents=parents,
                is_constant_jacobian=True,
                dtype=self._scale.dtype.base_dtype,
                validate_args=validate_args,
                name=name,
            )

    def _forward(self, x: Any) -> Any:
        y = x * self._scale if self._is_only_identity_multiplier else self._multiplied(x)
        return y if self.shift is None else y + self.shift

    def _inverse(self, y: Any) -> Any:
        x = y if self.shift is None else y - self.shift
        return x / self._scale if self._is_only_identity_multiplier else self._solved(x)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        if not self._is_only_identity_multiplier:
            return self.scale.log_abs_determinant()
        size = v1.cast(v1.shape(x)[-1], dtype=self._scale.dtype)
        return v1.log(v1.abs(self._scale)) * size


def _nonzero(multiplier: Any) -> Any:
    zero = v1.zeros([], multiplier.dtype)
    check = v1.debugging.assert_none_equal(multiplier, zero, ["identity_multiplier should be non-zero."])
    return after([check], multiplier)


def _operator(
    shift: Any, multiplier: Any, diag: Any, tril: Any, perturb_diag: Any, factor: Any, validate_args: bool
) -> Any:
    hint = None if factor is None else util.dimension_size(factor, axis=-2)
    scale = make_tril_scale(
        loc=shift,
        scale_tril=tril,
        scale_diag=diag,
        scale_identity_multiplier=multiplier,
        validate_args=validate_args,
        assert_positive=False,
        shape_hint=hint,
    )
    if factor is None:
        return scale
    return v1.linalg.LinearOperatorLowRankUpdate(
        scale,
        u=factor,
        diag_update=perturb_diag,
        is_diag_update_positive=perturb_diag is None,
        is_non_singular=True,
        is_self_adjoint=True,
        is_positive_definite=True,
        is_square=True,
    )
