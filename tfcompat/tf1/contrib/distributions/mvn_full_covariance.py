"""`tf.contrib.distributions.MultivariateNormalFullCovariance`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mvn_tril import MultivariateNormalTriL
from tfcompat.tf1.contrib.distributions.scalars import after


class MultivariateNormalFullCovariance(MultivariateNormalTriL):
    """The covariance is given; its Cholesky factor is the scale."""

    def __init__(
        self,
        loc: Any = None,
        covariance_matrix: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalFullCovariance",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name) as name:
            with v1.name_scope("init", values=[loc, covariance_matrix]):
                scale_tril = None
                if covariance_matrix is not None:
                    matrix = v1.convert_to_tensor(covariance_matrix, name="covariance_matrix")
                    if validate_args:
                        other = v1.matrix_transpose(matrix)
                        matrix = after(
                            [v1.debugging.assert_near(matrix, other, message="Matrix was not symmetric")], matrix
                        )
                    scale_tril = v1.cholesky(matrix)
            super().__init__(
                loc=loc,
                scale_tril=scale_tril,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters
