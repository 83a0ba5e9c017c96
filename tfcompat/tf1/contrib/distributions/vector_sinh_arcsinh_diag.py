"""`tf.contrib.distributions.VectorSinhArcsinhDiag`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.mixtures import maybe_check_scalar_distribution
from tfcompat.tf1.contrib.distributions.scalars import after, parameter
from tfcompat.tf1.contrib.distributions.scale_operators import make_diag_scale, shapes_from_loc_and_scale
from tfcompat.tf1.contrib.distributions.sinh_arcsinh import bent, standard_normal
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class VectorSinhArcsinhDiag(TransformedDistribution):
    """Vectors of independent `SinhArcsinh` elements, scaled by a diagonal."""

    loc = parameter("_loc", "What is added.")
    scale = parameter("_scale", "The diagonal linear operator.")
    tailweight = parameter("_tailweight", "How heavy the tails are; 1 is normal.")
    skewness = parameter("_skewness", "To which side it leans; 0 is none.")

    def __init__(
        self,
        loc: Any = None,
        scale_diag: Any = None,
        scale_identity_multiplier: Any = None,
        skewness: Any = None,
        tailweight: Any = None,
        distribution: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "MultivariateNormalLinearOperator",
    ) -> None:
        parameters = dict(locals())
        values = [loc, scale_diag, scale_identity_multiplier, skewness, tailweight]
        with v1.name_scope(name, values=values) as name:
            loc = loc if loc is None else v1.convert_to_tensor(loc, name="loc")
            tailweight = 1.0 if tailweight is None else tailweight
            symmetric = skewness is None
            scale = make_diag_scale(loc=loc, scale_diag=scale_diag, scale_identity_multiplier=scale_identity_multiplier)
            batch_shape, event_shape = shapes_from_loc_and_scale(loc, scale)
            diag = scale.diag_part()
            dtype = diag.dtype
            if distribution is None:
                distribution = standard_normal(dtype, allow_nan_stats)
            else:
                checks = maybe_check_scalar_distribution(distribution, dtype, validate_args)
                diag = after(checks, diag) if checks else diag
            skewness = v1.convert_to_tensor(0.0 if symmetric else skewness, dtype=dtype, name="skewness")
            tailweight = v1.convert_to_tensor(tailweight, dtype=dtype, name="tailweight")
            bend, width = bent(skewness, tailweight, symmetric, diag)
            move = bijectors.Affine(shift=loc, scale_diag=width, validate_args=validate_args)
            super().__init__(
                distribution=distribution,
                bijector=bijectors.Chain([move, bend]),
                batch_shape=batch_shape,
                event_shape=event_shape,
                validate_args=validate_args,
                name=name,
            )
        self._parameters = parameters
        self._loc, self._scale, self._tailweight, self._skewness = loc, scale, tailweight, skewness
