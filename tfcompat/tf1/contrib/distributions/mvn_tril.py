"""`tf.contrib.distributions.MultivariateNormalTriL`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mvn_linear_operator import MultivariateNormalLinearOperator
from tfcompat.tf1.contrib.distributions.scale_operators import maybe_tensor


class MultivariateNormalTriL(MultivariateNormalLinearOperator):
    """The scale is a lower-triangular matrix, the covariance its product with its transpose."""

    def __init__(
        self,
        loc: Any = None,
        scale_tril: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalTriL",
    ) -> None:
        parameters = dict(locals())
        if loc is None and scale_tril is None:
            raise ValueError("Must specify one or both of `loc`, `scale_tril`.")
        with v1.name_scope(name) as name, v1.name_scope("init", values=[loc, scale_tril]):
            loc = maybe_tensor(loc, "loc")
            scale_tril = maybe_tensor(scale_tril, "scale_tril")
            if scale_tril is None:
                scale = v1.linalg.LinearOperatorIdentity(
                    num_rows=util.dimension_size(loc, -1),
                    dtype=loc.dtype,
                    is_self_adjoint=True,
                    is_positive_definite=True,
                    assert_proper_shapes=validate_args,
                )
            else:
                scale = v1.linalg.LinearOperatorLowerTriangular(
                    scale_tril, is_non_singular=True, is_self_adjoint=False, is_positive_definite=False
                )
        super().__init__(loc=loc, scale=scale, validate_args=validate_args, allow_nan_stats=allow_nan_stats, name=name)
        self._parameters = parameters
