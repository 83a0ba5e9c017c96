"""`tf.contrib.distributions.MultivariateNormalDiagPlusLowRank`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mvn_linear_operator import MultivariateNormalLinearOperator
from tfcompat.tf1.contrib.distributions.scale_operators import make_diag_scale, maybe_tensor


class MultivariateNormalDiagPlusLowRank(MultivariateNormalLinearOperator):
    """`scale = diag(scale_diag + multiplier) + factor @ diag(scale_perturb_diag) @ transpose(factor)`."""

    def __init__(
        self,
        loc: Any = None,
        scale_diag: Any = None,
        scale_identity_multiplier: Any = None,
        scale_perturb_factor: Any = None,
        scale_perturb_diag: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalDiagPlusLowRank",
    ) -> None:
        parameters = dict(locals())
        values = [loc, scale_diag, scale_identity_multiplier, scale_perturb_factor, scale_perturb_diag]
        with v1.name_scope(name) as name, v1.name_scope("init", values=values):
            has_low_rank = scale_perturb_factor is not None or scale_perturb_diag is not None
            scale = make_diag_scale(
                loc=loc,
                scale_diag=scale_diag,
                scale_identity_multiplier=scale_identity_multiplier,
                validate_args=validate_args,
                assert_positive=has_low_rank,
            )
            factor = maybe_tensor(scale_perturb_factor, "scale_perturb_factor")
            diag = maybe_tensor(scale_perturb_diag, "scale_perturb_diag")
            if has_low_rank:
                scale = v1.linalg.LinearOperatorLowRankUpdate(
                    scale,
                    u=factor,
                    diag_update=diag,
                    is_diag_update_positive=diag is None,
                    is_non_singular=True,
                    is_self_adjoint=True,
                    is_positive_definite=True,
                    is_square=True,
                )
        super().__init__(loc=loc, scale=scale, validate_args=validate_args, allow_nan_stats=allow_nan_stats, name=name)
        self._parameters = parameters
