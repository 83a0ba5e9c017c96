"""`tf.contrib.distributions.Autoregressive`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import parameter

_Distribution: Any = distribution.Distribution


class Autoregressive(_Distribution):
    """Each element is drawn given those before it: `distribution_fn(samples)`, called `num_steps` times."""

    distribution_fn = parameter("_distribution_fn", "Samples (or nothing) to a distribution.")
    sample0 = parameter("_sample0", "What the first call gets, or None.")
    num_steps = parameter("_num_steps", "How often it is called.")
    distribution0 = parameter("_distribution0", "The distribution of the first call.")

    def __init__(
        self,
        distribution_fn: Any,
        sample0: Any = None,
        num_steps: int | None = None,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str = "Autoregressive",
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name) as name:
            self._distribution_fn, self._sample0 = distribution_fn, sample0
            self._distribution0 = distribution_fn() if sample0 is None else distribution_fn(sample0)
            if num_steps is None:
                num_steps = self._distribution0.event_shape.num_elements()
                if num_steps is None:
                    raise ValueError("distribution_fn must generate a distribution with fully known `event_shape`.")
            if num_steps < 1:
                raise ValueError(f"num_steps ({num_steps}) must be at least 1.")
            self._num_steps = num_steps
        super().__init__(
            dtype=self._distribution0.dtype,
            reparameterization_type=self._distribution0.reparameterization_type,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            parameters=parameters,
            graph_parents=self._distribution0._graph_parents,
            name=name,
        )

    def _batch_shape(self) -> Any:
        return self.distribution0.batch_shape

    def _batch_shape_tensor(self) -> Any:
        return self.distribution0.batch_shape_tensor()

    def _event_shape(self) -> Any:
        return self.distribution0.event_shape

    def _event_shape_tensor(self) -> Any:
        return self.distribution0.event_shape_tensor()

    def _sample_n(self, n: Any, seed: Any = None) -> Any:
        # Every step must draw the same noise, so there must be a seed.
        if seed is None:
            seed = util.gen_new_seed(seed=np.random.randint(2**32 - 1), salt="autoregressive")
        samples = self.distribution0.sample(n, seed=seed)
        for _ in range(self._num_steps):
            samples = self.distribution_fn(samples).sample(seed=seed)
        return samples

    def _log_prob(self, value: Any) -> Any:
        return self.distribution_fn(value).log_prob(value)

    def _prob(self, value: Any) -> Any:
        return self.distribution_fn(value).prob(value)
