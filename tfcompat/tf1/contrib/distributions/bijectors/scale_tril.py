"""`ScaleTriL`."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.distributions.bijectors.affine_scalar import AffineScalar
from tfcompat.tf1.contrib.distributions.bijectors.chain import Chain
from tfcompat.tf1.contrib.distributions.bijectors.fill_triangular import FillTriangular
from tfcompat.tf1.contrib.distributions.bijectors.softplus import Softplus
from tfcompat.tf1.contrib.distributions.bijectors.transform_diagonal import TransformDiagonal


class ScaleTriL(Chain):
    """Vectors to lower-triangular matrices with a positive diagonal."""

    def __init__(
        self,
        diag_bijector: Any = None,
        diag_shift: Any = 1e-5,
        validate_args: bool = False,
        name: str = "scale_tril",
    ) -> None:
        if diag_bijector is None:
            diag_bijector = Softplus(validate_args=validate_args)
        if diag_shift is not None:
            diag_bijector = Chain([AffineScalar(shift=diag_shift), diag_bijector])
        parts = [TransformDiagonal(diag_bijector=diag_bijector), FillTriangular()]
        super().__init__(parts, validate_args=validate_args, name=name)
