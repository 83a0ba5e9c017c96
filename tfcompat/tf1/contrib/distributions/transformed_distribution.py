"""`tf.contrib.distributions.TransformedDistribution`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import tensor_util
from tfcompat.backend.internals_distributions import distribution as distribution_lib
from tfcompat.backend.internals_distributions import identity_bijector, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions import static_logic
from tfcompat.tf1.contrib.distributions.scalars import parameter
from tfcompat.tf1.contrib.distributions.shape_override import override

_Distribution: Any = distribution_lib.Distribution
_concat_vectors = static_logic.concat_vectors


class TransformedDistribution(_Distribution):
    """`bijector.forward(X)` for `X` drawn from `distribution`.

    A scalar `distribution` can be drawn many times over for one sample: `batch_shape` and `event_shape` say how often.
    """

    distribution = parameter("_distribution", "What is transformed.")
    bijector = parameter("_bijector", "What transforms it.")

    def __init__(
        self,
        distribution: Any,
        bijector: Any = None,
        batch_shape: Any = None,
        event_shape: Any = None,
        validate_args: bool = False,
        name: str | None = None,
    ) -> None:
        parameters = dict(locals())
        name = name or ("" if bijector is None else bijector.name) + distribution.name
        with v1.name_scope(name, values=[event_shape, batch_shape]) as name:
            self._zero = v1.constant(0, dtype=v1.int32, name="zero")
            self._empty = v1.constant([], dtype=v1.int32, name="empty")
            if bijector is None:
                bijector = identity_bijector.Identity(validate_args=validate_args)
            batch = override(self, batch_shape, distribution.is_scalar_batch(), validate_args, "batch_shape")
            self._override_batch_shape, self._is_batch_override, self._is_maybe_batch_override = batch
            event = override(self, event_shape, distribution.is_scalar_event(), validate_args, "event_shape")
            self._override_event_shape, self._is_event_override, self._is_maybe_event_override = event
            # Samples of a batch that become one event have the sample axis in the middle: it must come to the front.
            self._needs_rotation = static_logic.logical_and(
                self._is_event_override,
                static_logic.logical_not(self._is_batch_override),
                static_logic.logical_not(distribution.is_scalar_batch()),
            )
            event_ndims = static_logic.ndims_from_shape(self._override_event_shape)
            self._rotate_ndims = static_logic.pick_scalar_condition(self._needs_rotation, event_ndims, 0)
            self._reduce_event_indices = v1.range(self._rotate_ndims - event_ndims, self._rotate_ndims)
        self._distribution = distribution
        self._bijector = bijector
        super().__init__(
            dtype=distribution.dtype,
            reparameterization_type=distribution.reparameterization_type,
            validate_args=validate_args,
            allow_nan_stats=distribution.allow_nan_stats,
            parameters=parameters,
            graph_parents=distribution._graph_parents + bijector.graph_parents,
            name=name,
        )

    def _event_shape_tensor(self) -> Any:
        shape = util.pick_vector(
            self._is_event_override, self._override_event_shape, self.distribution.event_shape_tensor()
        )
        return self.bijector.forward_event_shape_tensor(shape)

    def _event_shape(self) -> Any:
        static = tensor_util.constant_value_as_shape(self._override_event_shape)
        shape = static if self._is_maybe_event_override else self.distribution.event_shape
        return self.bijector.forward_event_shape(shape)

    def _batch_shape_tensor(self) -> Any:
        return util.pick_vector(
            self._is_batch_override, self._override_batch_shape, self.distribution.batch_shape_tensor()
        )

    def _batch_shape(self) -> Any:
        static = tensor_util.constant_value_as_shape(self._override_batch_shape)
        return static if self._is_maybe_batch_override else self.distribution.batch_shape

    def _sample_n(self, n: Any, seed: Any = None, **distribution_kwargs: Any) -> Any:
        sample_shape = _concat_vectors(
            util.pick_vector(self._needs_rotation, self._empty, [n]),
            self._override_batch_shape,
            self._override_event_shape,
            util.pick_vector(self._needs_rotation, [n], self._empty),
        )
        x = self.distribution.sample(sample_shape=sample_shape, seed=seed, **distribution_kwargs)
        return self._maybe_rotate_dims(x)

    def _call_sample_n(self, sample_shape: Any, seed: Any, name: str, **kwargs: Any) -> Any:
        # The bijector works on the sample in its final shape, once for all draws; 1.15's base class would not.
        own, below = self._split_kwargs(kwargs)
        with self._name_scope(name, values=[sample_shape]):
            sample_shape = v1.convert_to_tensor(sample_shape, dtype=v1.int32, name="sample_shape")
            sample_shape, n = self._expand_sample_shape_to_vector(sample_shape, "sample_shape")
            x = self._sample_n(n, seed, **below)
            x = v1.reshape(x, v1.concat([sample_shape, v1.shape(x)[1:]], 0))
            y = self.bijector.forward(x, **own)
            return self._set_sample_static_shape(y, sample_shape)

    def _log_prob(self, y: Any, **kwargs: Any) -> Any:
        def one(x: Any, ildj: Any, ndims: Any, below: Any) -> Any:
            log_prob = self.distribution.log_prob(self._maybe_rotate_dims(x, rotate_right=True), **below)
            if self._is_maybe_event_override:
                log_prob = v1.reduce_sum(log_prob, self._reduce_event_indices)
            log_prob += v1.cast(ildj, log_prob.dtype)
            return self._shaped_like(log_prob, y, ndims)

        fibers = self._on_fibers(one, y, kwargs)
        return fibers[0] if self.bijector._is_injective else v1.reduce_logsumexp(v1.stack(fibers), axis=0)

    def _prob(self, y: Any, **kwargs: Any) -> Any:
        def one(x: Any, ildj: Any, ndims: Any, below: Any) -> Any:
            prob = self.distribution.prob(self._maybe_rotate_dims(x, rotate_right=True), **below)
            if self._is_maybe_event_override:
                prob = v1.reduce_prod(prob, self._reduce_event_indices)
            prob *= v1.exp(v1.cast(ildj, prob.dtype))
            return self._shaped_like(prob, y, ndims)

        fibers = self._on_fibers(one, y, kwargs)
        return fibers[0] if self.bijector._is_injective else sum(fibers)

    def _on_fibers(self, one: Any, y: Any, kwargs: dict[str, Any]) -> list[Any]:
        """`one` for each `x` that the bijector maps to `y`; an injective one has one."""
        own, below = self._split_kwargs(kwargs)
        x = self.bijector.inverse(y, **own)
        ndims = self._maybe_get_static_event_ndims()
        ildj = self.bijector.inverse_log_det_jacobian(y, event_ndims=ndims, **own)
        pairs = [(x, ildj)] if self.bijector._is_injective else list(zip(x, ildj, strict=True))
        return [one(each, its_ildj, ndims, below) for each, its_ildj in pairs]

    def _shaped_like(self, value: Any, y: Any, ndims: Any) -> Any:
        if self._is_maybe_event_override and isinstance(ndims, int):
            batch = y.get_shape().with_rank_at_least(1)[:-ndims]
            value.set_shape(v1.broadcast_static_shape(batch, self.batch_shape))
        return value

    def _log_cdf(self, y: Any, **kwargs: Any) -> Any:
        return self._of_base("log_cdf", y, kwargs)

    def _cdf(self, y: Any, **kwargs: Any) -> Any:
        return self._of_base("cdf", y, kwargs)

    def _log_survival_function(self, y: Any, **kwargs: Any) -> Any:
        return self._of_base("log_survival_function", y, kwargs)

    def _survival_function(self, y: Any, **kwargs: Any) -> Any:
        return self._of_base("survival_function", y, kwargs)

    def _of_base(self, what: str, y: Any, kwargs: dict[str, Any]) -> Any:
        self._needs_scalars(what)
        own, below = self._split_kwargs(kwargs)
        return getattr(self.distribution, what)(self.bijector.inverse(y, **own), **below)

    def _quantile(self, value: Any, **kwargs: Any) -> Any:
        self._needs_scalars("quantile")
        own, below = self._split_kwargs(kwargs)
        return self.bijector.forward(self.distribution.quantile(value, **below), **own)

    def _needs_scalars(self, what: str) -> None:
        if self._is_maybe_event_override:
            raise NotImplementedError(f"{what} is not implemented when overriding event_shape")
        if not self.bijector._is_injective:
            raise NotImplementedError(f"{what} is not implemented when bijector is not injective.")

    def _entropy(self) -> Any:
        if not self.bijector.is_constant_jacobian:
            raise NotImplementedError("entropy is not implemented")
        if not self.bijector._is_injective:
            raise NotImplementedError("entropy is not implemented when bijector is not injective.")
        entropy = self.distribution.entropy()
        if self._is_maybe_event_override:
            entropy *= v1.cast(v1.reduce_prod(self._override_event_shape), dtype=entropy.dtype.base_dtype)
        if self._is_maybe_batch_override:
            batch = self._override_batch_shape
            below = self.distribution.batch_shape_tensor
            entropy = v1.reshape(entropy, v1.concat([static_logic.ones_like(batch), below()], 0))
            entropy = v1.tile(entropy, v1.concat([batch, static_logic.ones_like(below())], 0))
        shape = v1.concat([self.batch_shape_tensor(), self.event_shape_tensor()], 0)
        anywhere = v1.zeros(shape=shape, dtype=self.dtype)
        ndims = self.event_shape.ndims
        if ndims is None:
            ndims = v1.size(self.event_shape_tensor())
        entropy -= v1.cast(self.bijector.inverse_log_det_jacobian(anywhere, event_ndims=ndims), entropy.dtype)
        entropy.set_shape(self.batch_shape)
        return entropy

    def _maybe_rotate_dims(self, x: Any, rotate_right: bool = False) -> Any:
        needed = v1.get_static_value(self._needs_rotation)
        if needed is not None and not needed:
            return x
        ndims = v1.rank(x)
        first = ndims - self._rotate_ndims if rotate_right else self._rotate_ndims
        return v1.transpose(x, _concat_vectors(v1.range(first, ndims), v1.range(0, first)))

    def _maybe_get_static_event_ndims(self) -> Any:
        if self.event_shape.ndims is not None:
            return self.event_shape.ndims
        size = v1.size(self.event_shape_tensor())
        static = util.maybe_get_static_value(size)
        return size if static is None else static

    def _split_kwargs(self, kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """The keyword arguments of a call that are for the bijector, and those for the distribution."""
        return kwargs, {}
