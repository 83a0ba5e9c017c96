"""`tf.contrib.distributions.MultivariateNormalDiag`, and with a scale made positive by softplus."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mvn_linear_operator import MultivariateNormalLinearOperator
from tfcompat.tf1.contrib.distributions.scale_operators import make_diag_scale


class MultivariateNormalDiag(MultivariateNormalLinearOperator):
    """Independent normal elements: `scale = diag(scale_diag + scale_identity_multiplier)`."""

    def __init__(
        self,
        loc: Any = None,
        scale_diag: Any = None,
        scale_identity_multiplier: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalDiag",
    ) -> None:
        parameters = dict(locals())
        with (
            v1.name_scope(name) as name,
            v1.name_scope("init", values=[loc, scale_diag, scale_identity_multiplier]),
        ):
            # As in 1.15, a scale of 0 is not refused here: it is no error to draw from it.
            scale = make_diag_scale(loc=loc, scale_diag=scale_diag, scale_identity_multiplier=scale_identity_multiplier)
        super().__init__(loc=loc, scale=scale, validate_args=validate_args, allow_nan_stats=allow_nan_stats, name=name)
        self._parameters = parameters


class MultivariateNormalDiagWithSoftplusScale(MultivariateNormalDiag):
    """`MultivariateNormalDiag` with the softplus of `scale_diag`."""

    def __init__(
        self,
        loc: Any,
        scale_diag: Any,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalDiagWithSoftplusScale",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[scale_diag]) as name:
            super().__init__(
                loc=loc,
                scale_diag=v1.nn.softplus(scale_diag),
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters
