"""Vectors of independent Student variables under an affine map, which 1.15 kept to itself (`_VectorStudentT`)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import student_t, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.scale_operators import shapes_from_loc_and_scale
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class _VectorStudentT(TransformedDistribution):
    """`loc + scale @ T`, with the parts of the scale as `bijectors.Affine` takes them."""

    def __init__(
        self,
        df: Any,
        loc: Any = None,
        scale_identity_multiplier: Any = None,
        scale_diag: Any = None,
        scale_tril: Any = None,
        scale_perturb_factor: Any = None,
        scale_perturb_diag: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorStudentT",
    ) -> None:
        parameters = dict(locals())
        values = [df, loc, scale_identity_multiplier, scale_diag, scale_tril, scale_perturb_factor, scale_perturb_diag]
        with v1.name_scope(name) as name, v1.name_scope("init", values=values):
            affine = bijectors.Affine(
                shift=loc,
                scale_identity_multiplier=scale_identity_multiplier,
                scale_diag=scale_diag,
                scale_tril=scale_tril,
                scale_perturb_factor=scale_perturb_factor,
                scale_perturb_diag=scale_perturb_diag,
                validate_args=validate_args,
            )
            base = student_t.StudentT(
                df=df, loc=v1.zeros([], dtype=affine.dtype), scale=v1.ones([], dtype=affine.dtype)
            )
            batch_shape, event_shape = shapes_from_loc_and_scale(affine.shift, affine.scale)
            nothing = v1.constant([], dtype=v1.int32)
            super().__init__(
                distribution=base,
                bijector=affine,
                batch_shape=util.pick_vector(base.is_scalar_batch(), batch_shape, nothing),
                event_shape=event_shape,
                validate_args=validate_args,
                name=name,
            )
        self._parameters = parameters

    @property
    def df(self) -> Any:
        """Degrees of freedom."""
        return self.distribution.df

    @property
    def loc(self) -> Any:
        """What is added, or None."""
        return self.bijector.shift

    @property
    def scale(self) -> Any:
        """The linear operator that multiplies."""
        return self.bijector.scale
