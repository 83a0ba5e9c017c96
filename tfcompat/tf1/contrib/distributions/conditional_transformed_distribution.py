"""`tf.contrib.distributions.ConditionalTransformedDistribution`."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.distributions.conditional_distribution import ConditionalDistribution
from tfcompat.tf1.contrib.distributions.transformed_distribution import TransformedDistribution


class ConditionalTransformedDistribution(ConditionalDistribution, TransformedDistribution):
    """`TransformedDistribution` whose methods take `bijector_kwargs` and `distribution_kwargs`, two dictionaries."""

    def _split_kwargs(self, kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        unknown = set(kwargs) - {"bijector_kwargs", "distribution_kwargs"}
        if unknown:
            raise TypeError(f"expected bijector_kwargs and distribution_kwargs, received {', '.join(sorted(unknown))}")
        return kwargs.get("bijector_kwargs") or {}, kwargs.get("distribution_kwargs") or {}
