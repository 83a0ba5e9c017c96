"""`tf.contrib.distributions.SinhArcsinh`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import normal
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.mixtures import get_broadcast_shape, maybe_check_scalar_distribution
from tfcompat.tf1.contrib.distributions.scalars import after, parameter
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class SinhArcsinh(TransformedDistribution):
    """A normal variable (or one of `distribution`) with other tails: `loc + c * sinh((arcsinh(Z) + skew) * weight)`.

    `c` is chosen so that 2 is mapped to `loc + 2 * scale` where there is no skewness.
    """

    loc = parameter("_loc", "What is added.")
    scale = parameter("_scale", "How wide it is.")
    tailweight = parameter("_tailweight", "How heavy the tails are; 1 is normal.")
    skewness = parameter("_skewness", "To which side it leans; 0 is none.")

    def __init__(
        self,
        loc: Any,
        scale: Any,
        skewness: Any = None,
        tailweight: Any = None,
        distribution: Any = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "SinhArcsinh",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[loc, scale, skewness, tailweight]) as name:
            loc = v1.convert_to_tensor(loc, name="loc")
            dtype = loc.dtype
            scale = v1.convert_to_tensor(scale, name="scale", dtype=dtype)
            symmetric = skewness is None
            tailweight = 1.0 if tailweight is None else tailweight
            tailweight = v1.convert_to_tensor(tailweight, name="tailweight", dtype=dtype)
            skewness = v1.convert_to_tensor(0.0 if symmetric else skewness, name="skewness", dtype=dtype)
            batch_shape = get_broadcast_shape(loc, scale, tailweight, skewness)
            if distribution is None:
                distribution = standard_normal(dtype, allow_nan_stats)
            else:
                checks = maybe_check_scalar_distribution(distribution, dtype, validate_args)
                loc = after(checks, loc) if checks else loc
            bend, width = bent(skewness, tailweight, symmetric, scale)
            move = bijectors.AffineScalar(shift=loc, scale=width, validate_args=validate_args)
            super().__init__(
                distribution=distribution,
                bijector=bijectors.Chain([move, bend]),
                batch_shape=batch_shape,
                validate_args=validate_args,
                name=name,
            )
        self._parameters = parameters
        self._loc, self._scale, self._tailweight, self._skewness = loc, scale, tailweight, skewness


def standard_normal(dtype: Any, allow_nan_stats: bool) -> Any:
    """The scalar normal distribution of mean 0 and standard deviation 1."""
    zero, one = v1.zeros([], dtype=dtype), v1.ones([], dtype=dtype)
    return normal.Normal(loc=zero, scale=one, allow_nan_stats=allow_nan_stats)


def bent(skewness: Any, tailweight: Any, symmetric: bool, scale: Any) -> tuple[Any, Any]:
    """The bijector, and the factor behind it that maps 2 to 2 * scale where there is no skewness."""
    bend = bijectors.SinhArcsinh(skewness=skewness, tailweight=tailweight)
    straight = bend
    if not symmetric:
        none = skewness.dtype.as_numpy_dtype(0.0)
        straight = bijectors.SinhArcsinh(skewness=none, tailweight=tailweight)
    return bend, 2 * scale / straight.forward(v1.convert_to_tensor(2, dtype=skewness.dtype))
