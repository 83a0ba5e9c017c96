"""`VectorDiffeomixture` and the quadratures of its weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import categorical, normal, util
from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import bijectors
from tfcompat.tf1.contrib.distributions.diffeomixture_moments import Moments
from tfcompat.tf1.contrib.distributions.interpolated import (
    interpolate_loc,
    interpolate_scale,
    shapes_of_both,
)
from tfcompat.tf1.contrib.distributions.mixtures import concat_vectors, maybe_check_scalar_distribution
from tfcompat.tf1.contrib.distributions.quadrature import gauss_hermite, midpoints, quantile_edges
from tfcompat.tf1.contrib.distributions.scalars import after, parameter

_ONLY_TWO = "Currently only bimixtures are supported; "


def quadrature_scheme_softmaxnormal_gauss_hermite(
    normal_loc: Any, normal_scale: Any, quadrature_size: int, validate_args: bool = False, name: str | None = None
) -> tuple[Any, Any]:
    """Pairs of weights, `batch + [2, size]`, at Gauss and Hermite's points, and the points' weights, `[size]`."""
    with v1.name_scope(name, "quadrature_scheme_softmaxnormal_gauss_hermite", [normal_loc, normal_scale]):
        loc, scale = _loc_and_scale(normal_loc, normal_scale, validate_args)
        points, probs = gauss_hermite(quadrature_size, loc.dtype.base_dtype)
        probs = v1.convert_to_tensor(probs, name="probs", dtype=loc.dtype.base_dtype)
        points = loc[..., v1.newaxis] + np.sqrt(2.0) * scale[..., v1.newaxis] * points
        return v1.nn.softmax(-util.pad(points, axis=-2, front=True), axis=-2), probs


def quadrature_scheme_softmaxnormal_quantiles(
    normal_loc: Any, normal_scale: Any, quadrature_size: int, validate_args: bool = False, name: str | None = None
) -> tuple[Any, Any]:
    """Pairs of weights, `batch + [2, size]`, between quantiles, and equal weights of the points, `[size]`."""
    with v1.name_scope(name, "softmax_normal_grid_and_probs", [normal_loc, normal_scale]):
        loc, scale = _loc_and_scale(normal_loc, normal_scale, validate_args)
        distribution = normal.Normal(loc=loc, scale=scale)
        edges, order = quantile_edges(distribution, quadrature_size)
        quantiles = bijectors.SoftmaxCentered().forward(distribution.quantile(edges))
        quantiles = v1.transpose(quantiles, order)
        batch = distribution.batch_shape.with_rank_at_least(1)
        components = v1.dimension_value(batch[-1])
        components = components if components is None else components + 1
        quantiles.set_shape(batch[:-1].concatenate([components, quadrature_size + 1]))
        shape = batch[:-1].concatenate([components, quadrature_size])
        return midpoints(quantiles, shape, quadrature_size, distribution.dtype)


class VectorDiffeomixture(Moments):
    """`scale[v] @ X + loc[v]`, where `v` is drawn anew for each vector and interpolates two pairs of `loc`, `scale`.

    `mix_loc` and `temperature` say where between the two `v` is; `distribution` is the scalar one of `X`'s elements.
    """

    mixture_distribution = parameter("_mixture_distribution", "Which point of the quadrature: a `Categorical`.")
    distribution = parameter("_distribution", "What the elements are drawn from.")
    grid = parameter("_grid", "The weights of the two at each point, `batch + [2, size]`.")
    endpoint_affine = parameter("_endpoint_affine", "The two maps.")
    interpolated_affine = parameter("_interpolated_affine", "The map at each point.")

    def __init__(
        self,
        mix_loc: Any,
        temperature: Any,
        distribution: Any,
        loc: Sequence[Any] | None = None,
        scale: Sequence[Any] | None = None,
        quadrature_size: int = 8,
        quadrature_fn: Any = quadrature_scheme_softmaxnormal_quantiles,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "VectorDiffeomixture",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[mix_loc, temperature]) as name:
            locs, scales, dtype = _endpoints(loc, scale, validate_args)
            self._endpoint_affine = [
                _affine(each, its_scale, validate_args, f"endpoint_affine_{at}")
                for at, (each, its_scale) in enumerate(zip(locs, scales, strict=True))
            ]
            if len(scales) != 2:
                raise NotImplementedError(f"{_ONLY_TWO}len(scale)={len(scales)} is not 2.")
            mix_loc = v1.convert_to_tensor(mix_loc, dtype=dtype, name="mix_loc")
            temperature = v1.convert_to_tensor(temperature, dtype=dtype, name="temperature")
            self._grid, probs = quadrature_fn(mix_loc / temperature, 1.0 / temperature, quadrature_size, validate_args)
            self._mixture_distribution = categorical.Categorical(
                logits=v1.log(probs), validate_args=validate_args, allow_nan_stats=allow_nan_stats
            )
            checks = maybe_check_scalar_distribution(distribution, dtype, validate_args)
            self._grid = after(checks, self._grid) if checks else self._grid
            self._distribution = distribution
            pairs = zip(interpolate_loc(self._grid, locs), interpolate_scale(self._grid, scales), strict=True)
            self._interpolated_affine = [
                _affine(each, its_scale, validate_args, f"interpolated_affine_{at}")
                for at, (each, its_scale) in enumerate(pairs)
            ]
            self._shapes = shapes_of_both(self._grid, self._endpoint_affine)
            super().__init__(
                dtype=dtype,
                reparameterization_type=distribution_lib.FULLY_REPARAMETERIZED,
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                parameters=parameters,
                graph_parents=distribution._graph_parents + [each for each in locs if each is not None],
                name=name,
            )

    def _batch_shape_tensor(self) -> Any:
        return self._shapes.batch_tensor

    def _batch_shape(self) -> Any:
        return self._shapes.batch

    def _event_shape_tensor(self) -> Any:
        return self._shapes.event_tensor

    def _event_shape(self) -> Any:
        return self._shapes.event

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        shape = concat_vectors([n], self.batch_shape_tensor(), self.event_shape_tensor())
        x = self.distribution.sample(sample_shape=shape, seed=seed)
        ends = [each.forward(x) for each in self.endpoint_affine]
        batch_size = _elements(self.batch_shape, self.batch_shape_tensor)
        mixture = self.mixture_distribution
        times = batch_size // _elements(mixture.batch_shape, mixture.batch_shape_tensor)
        once = util.pick_vector(self.is_scalar_batch(), np.int32([]), [times])
        ids = mixture.sample(
            sample_shape=concat_vectors([n], once), seed=util.gen_new_seed(seed, "vector_diffeomixture")
        )
        rows = util.pick_vector(self.is_scalar_batch(), np.int32([]), np.int32([-1]))
        ids = v1.reshape(ids, shape=concat_vectors([n], rows))
        stride = self.grid.shape.with_rank_at_least(2)[-2:].num_elements()
        if stride is None:
            stride = v1.reduce_prod(v1.shape(self.grid)[-2:])
        offset = v1.range(start=0, limit=batch_size * stride, delta=stride, dtype=ids.dtype)
        weight = v1.gather(v1.reshape(self.grid, shape=[-1]), ids + offset)
        if self.batch_shape.is_fully_defined():
            weight_shape: Any = [-1, *self.batch_shape.as_list(), 1]
        else:
            weight_shape = v1.concat(([-1], self.batch_shape_tensor(), [1]), axis=0)
        return v1.reshape(weight, shape=weight_shape) * (ends[0] - ends[1]) + ends[1]

    def _log_prob(self, x: Any) -> Any:
        points = self.interpolated_affine
        base = self.distribution.log_prob(v1.stack([each.inverse(x) for each in points], axis=-1))
        log_prob = v1.reduce_sum(base, axis=-2)
        log_dets = [each.forward_log_det_jacobian(x, event_ndims=v1.rank(self.event_shape_tensor())) for each in points]
        log_det = v1.stack(log_dets, axis=-1)
        return v1.reduce_logsumexp(self.mixture_distribution.logits - log_det + log_prob, axis=-1)


def _affine(loc: Any, scale: Any, validate_args: bool, name: str) -> Any:
    return bijectors.AffineLinearOperator(shift=loc, scale=scale, validate_args=validate_args, name=name)


def _elements(shape: Any, tensor: Any) -> Any:
    count = shape.num_elements()
    return v1.reduce_prod(tensor()) if count is None else count


def _endpoints(loc: Any, scale: Any, validate_args: bool) -> tuple[list[Any], Any, Any]:
    if not scale or len(scale) < 2:
        raise ValueError(
            "Must specify list (or list-like object) of scale LinearOperators, one for each component with "
            "num_component >= 2."
        )
    loc = [None] * len(scale) if loc is None else loc
    if len(loc) != len(scale):
        raise ValueError("loc/scale must be same-length lists (or same-length list-like objects).")
    dtype = scale[0].dtype.base_dtype
    locs = [
        each if each is None else v1.convert_to_tensor(each, dtype=dtype, name=f"loc{at}")
        for at, each in enumerate(loc)
    ]
    for at, each in enumerate(scale):
        if validate_args and not each.is_positive_definite:
            raise ValueError(f"scale[{at}].is_positive_definite = {each.is_positive_definite} != True")
        if each.dtype.base_dtype != dtype:
            found = each.dtype.base_dtype.name
            raise TypeError(f'dtype mismatch; scale[{at}].base_dtype="{found}" != "{dtype.name}"')
    return locs, scale, dtype


def _loc_and_scale(loc: Any, scale: Any, validate_args: bool) -> tuple[Any, Any]:
    loc = v1.convert_to_tensor(loc, name="normal_loc")
    scale = v1.convert_to_tensor(scale, dtype=loc.dtype.base_dtype, name="normal_scale")
    return loc, maybe_check_quadrature_param(scale, "normal_scale", validate_args)


def maybe_check_quadrature_param(param: Any, name: str, validate_args: bool) -> Any:
    """A parameter of the weights, checked to be a batch of vectors of one element."""
    with v1.name_scope(f"check_{name}", values=[param]):
        checks = []
        message = "Mixing params must be a (batch of) vector; {}.rank{} is not at least one."
        if param.shape.ndims is not None:
            if param.shape.ndims == 0:
                raise ValueError(message.format(name, f"={param.shape.ndims}"))
        elif validate_args:
            checks.append(v1.assert_rank_at_least(param, 1, message=message.format(name, "")))
        last = v1.dimension_value(param.shape.with_rank_at_least(1)[-1])
        if last is not None:
            if last != 1:
                raise NotImplementedError(f"{_ONLY_TWO}{name}.shape[-1]={last} is not 1.")
        elif validate_args:
            message = f"{_ONLY_TWO}{name}.shape[-1] is not 1."
            checks.append(v1.assert_equal(v1.shape(param)[-1], 1, message=message))
        return after(checks, param) if checks else param
