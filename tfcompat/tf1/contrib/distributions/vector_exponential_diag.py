"""`tf.contrib.distributions.VectorExponentialDiag`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scale_operators import make_diag_scale
from tfcompat.tf1.contrib.distributions.vector_exponential_linear_operator import VectorExponentialLinearOperator


class VectorExponentialDiag(VectorExponentialLinearOperator):
    """Independent exponential elements: `scale = diag(scale_diag + scale_identity_multiplier)`."""

    def __init__(
        self,
        loc: Any = None,
        scale_diag: Any = None,
        scale_identity_multiplier: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorExponentialDiag",
    ) -> None:
        parameters = dict(locals())
        with (
            v1.name_scope(name) as name,
            v1.name_scope("init", values=[loc, scale_diag, scale_identity_multiplier]),
        ):
            scale = make_diag_scale(loc=loc, scale_diag=scale_diag, scale_identity_multiplier=scale_identity_multiplier)
        super().__init__(loc=loc, scale=scale, validate_args=validate_args, allow_nan_stats=allow_nan_stats, name=name)
        self._parameters = parameters
