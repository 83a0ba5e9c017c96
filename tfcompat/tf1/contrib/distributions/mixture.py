"""`tf.contrib.distributions.Mixture`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import categorical, distribution, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.mixtures import mixture_stddev, pad_mixture_dimensions
from tfcompat.tf1.contrib.distributions.scalars import parameter

_Distribution: Any = distribution.Distribution


class Mixture(_Distribution):
    """One of several `components`, chosen by the categorical `cat`; they share batch and event shapes.

    `use_static_graph` draws from every component and selects, instead of drawing only what is needed.
    """

    cat = parameter("_cat", "Which component: a `Categorical`.")
    components = parameter("_components", "The components, a list.")
    num_components = parameter("_num_components", "How many there are.")

    def __init__(
        self,
        cat: Any,
        components: Sequence[Any],
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        use_static_graph: bool = False,
        name: str = "Mixture",
    ) -> None:
        parameters = dict(locals())
        _check_types(cat, components)
        event_shape, batch_shape = components[0].event_shape, cat.batch_shape
        for each in components:
            event_shape = event_shape.merge_with(each.event_shape)
            batch_shape = batch_shape.merge_with(each.batch_shape)
        if event_shape.ndims is None:
            raise ValueError(
                "Expected to know rank(event_shape) from components, but none of the components provide a static "
                "number of ndims"
            )
        with v1.name_scope(name, values=[cat.logits]) as name:
            self._num_components = _class_count(cat, components)
            cat_shape = cat.batch_shape_tensor()
            cat_rank = v1.size(cat_shape)
            self._assertions = _shape_checks(cat_rank, cat_shape, components) if validate_args else []
            self._cat, self._components = cat, list(components)
            self._static_event_shape, self._static_batch_shape = event_shape, batch_shape
            self._use_static_graph = use_static_graph
        parents = [parent for each in (cat, *components) for parent in each._graph_parents]
        super().__init__(
            dtype=components[0].dtype,
            reparameterization_type=distribution.NOT_REPARAMETERIZED,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            parameters=parameters,
            graph_parents=parents,
            name=name,
        )

    def _batch_shape_tensor(self) -> Any:
        return self._cat.batch_shape_tensor()

    def _batch_shape(self) -> Any:
        return self._static_batch_shape

    def _event_shape_tensor(self) -> Any:
        return self._components[0].event_shape_tensor()

    def _event_shape(self) -> Any:
        return self._static_event_shape

    def _mean(self) -> Any:
        with v1.control_dependencies(self._assertions):
            means = [each.mean() for each in self.components]
            weights = [self._spread(weight) for weight in self._weights(v1.nn.softmax)]
            return v1.add_n([weight * mean for weight, mean in zip(weights, means, strict=True)])

    def _stddev(self) -> Any:
        with v1.control_dependencies(self._assertions):
            means = v1.stack([each.mean() for each in self.components], axis=-1)
            deviations = v1.stack([each.stddev() for each in self.components], axis=-1)
            weights = v1.stack([self._spread(weight) for weight in self._weights(v1.nn.softmax)], axis=-1)
            weights *= v1.ones_like(means)
            rows = [v1.reshape(each, [-1, len(self.components)]) for each in (weights, means, deviations)]
            return v1.reshape(mixture_stddev(*rows), v1.shape(weights)[:-1])

    def _log_prob(self, x: Any) -> Any:
        return self._log_mean("log_prob", x)

    def _log_cdf(self, x: Any) -> Any:
        return self._log_mean("log_cdf", x)

    def _log_mean(self, what: str, x: Any) -> Any:
        """The logarithm of the weighted mean of what components answer in logarithms."""
        with v1.control_dependencies(self._assertions):
            x = v1.convert_to_tensor(x, name="x")
            values = [getattr(each, what)(x) for each in self.components]
            weights = self._weights(v1.nn.log_softmax)
            terms = [weight + value for weight, value in zip(weights, values, strict=True)]
            return v1.reduce_logsumexp(v1.stack(terms, axis=0), [0])

    def entropy_lower_bound(self, name: str = "entropy_lower_bound") -> Any:
        """The weighted sum of the components' entropies; no mixture has less."""
        with self._name_scope(name, values=[self.cat.logits]), v1.control_dependencies(self._assertions):
            entropies = [each.entropy() for each in self.components]
            weights = self._weights(v1.nn.softmax)
            return v1.add_n([weight * entropy for weight, entropy in zip(weights, entropies, strict=True)])

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        if self._use_static_graph:
            return self._selected(n, seed)
        with v1.control_dependencies(self._assertions):
            return self._stitched(n, seed)

    def _selected(self, n: Any, seed: Any) -> Any:
        """Samples of every component, all but one multiplied by 0."""
        chosen, samples = self.cat.sample(n, seed=seed), []
        for each in self.components:
            seed = util.gen_new_seed(seed, "mixture")
            samples.append(each.sample(n, seed=seed))
        axis = -self._static_event_shape.ndims - 1
        x = v1.stack(samples, axis)
        one, none = np.ones([], x.dtype.as_numpy_dtype), np.zeros([], x.dtype.as_numpy_dtype)
        mask = v1.one_hot(indices=chosen, depth=self._num_components, on_value=one, off_value=none)
        mask = pad_mixture_dimensions(mask, self, self._cat, self._static_event_shape.ndims)
        return v1.reduce_sum(x * mask, axis=axis)

    def _stitched(self, n: Any, seed: Any) -> Any:
        """As many samples of each component as were chosen, put together again."""
        n = v1.convert_to_tensor(n, name="n")
        static_n = v1.get_static_value(n)
        n = n if static_n is None else int(static_n)
        chosen = self.cat.sample(n, seed=seed)
        static_shape = chosen.get_shape()
        if static_shape.is_fully_defined():
            shape, size = static_shape.as_list(), static_shape.num_elements()
        else:
            shape, size = v1.shape(chosen), v1.size(chosen)
        batch_size = self.batch_shape.num_elements()
        if batch_size is None:
            batch_size = v1.reduce_prod(self.batch_shape_tensor())
        if self.event_shape.is_fully_defined():
            event_shape: Any = np.array(self.event_shape.as_list(), dtype=np.int32)
        else:
            event_shape = self.event_shape_tensor()
        # For each component, which places of the flat samples are its own, and of which batch members they are.
        places = self._partitioned(v1.reshape(v1.range(0, size), shape), chosen)
        members = self._partitioned(v1.reshape(v1.tile(v1.range(0, batch_size), [n]), shape), chosen)
        samples = []
        for each, its_places, its_members in zip(self.components, places, members, strict=True):
            count = v1.size(its_places)
            seed = util.gen_new_seed(seed, "mixture")
            drawn = each.sample(count, seed=seed)
            rows = batch_size * v1.range(count) + its_members
            drawn = v1.reshape(drawn, v1.concat([[count * batch_size], event_shape], 0))
            samples.append(v1.gather(drawn, rows, name="samples_class_c_gather"))
        flat = v1.dynamic_stitch(indices=places, data=samples)
        result = v1.reshape(flat, v1.concat([shape, self.event_shape_tensor()], 0))
        result.set_shape(v1.TensorShape(static_shape).concatenate(self.event_shape))
        return result

    def _partitioned(self, values: Any, chosen: Any) -> Any:
        return v1.dynamic_partition(data=values, partitions=chosen, num_partitions=self.num_components)

    def _weights(self, softmax: Any) -> Any:
        return v1.unstack(softmax(self.cat.logits), num=self.num_components, axis=-1)

    def _spread(self, x: Any) -> Any:
        for _ in range(self.event_shape.ndims):
            x = v1.expand_dims(x, -1)
        return x


def _check_types(cat: Any, components: Any) -> None:
    if not isinstance(cat, categorical.Categorical):
        raise TypeError(f"cat must be a Categorical distribution, but saw: {cat}")
    if not components:
        raise ValueError("components must be a non-empty list or tuple")
    if not isinstance(components, (list, tuple)):
        raise TypeError(f"components must be a list or tuple, but saw: {components}")
    if not all(isinstance(each, distribution.Distribution) for each in components):
        raise TypeError(f"all entries in components must be Distribution instances but saw: {components}")
    if any(each.dtype != components[0].dtype for each in components):
        dtypes = [(each.name, each.dtype) for each in components]
        raise TypeError(f"All components must have the same dtype, but saw dtypes: {dtypes}")


def _class_count(cat: Any, components: Any) -> int:
    count = v1.get_static_value(cat.event_size)
    if count is None:
        raise ValueError(
            "Could not infer number of classes from cat and unable to compare this value to the number of components "
            "passed in."
        )
    if int(count) != len(components):
        raise ValueError(f"cat.num_classes != len(components): {int(count)} vs. {len(components)}")
    return int(count)


def _shape_checks(cat_rank: Any, cat_shape: Any, components: Any) -> list[Any]:
    message = "components[{}] batch shape must match cat batch shape".format
    shapes = [each.batch_shape_tensor() for each in components]
    ranks = [v1.size(shape) for shape in shapes]
    checks = [v1.assert_equal(cat_rank, rank, message=message(at)) for at, rank in enumerate(ranks)]
    return checks + [v1.assert_equal(cat_shape, shape, message=message(at)) for at, shape in enumerate(shapes)]
