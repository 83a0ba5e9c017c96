"""Attributes of `tf.data.Options` that 1.15 has and TensorFlow 2 refuses to set.

They tune speed and never what a pipeline gives, so they are kept and otherwise ignored; `auto_shard` is passed on to
the policy that took its place.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1

_INERT = {
    "OptimizationOptions": (
        "autotune",
        "autotune_algorithm",
        "autotune_buffers",
        "autotune_cpu_budget",
        "filter_with_random_uniform_fusion",
        "hoist_random_uniform",
        "map_vectorization",
    ),
    "Options": ("experimental_stateful_whitelist", "experimental_stats"),
}


def _inert(name: str) -> property:
    """An attribute that remembers what it was set to, None before."""
    slot = f"_tfcompat_{name}"

    def get(self: Any) -> Any:
        return vars(self).get(slot)

    def put(self: Any, value: Any) -> None:
        vars(self)[slot] = value

    return property(get, put, doc=f"`{name}` of 1.15, without effect.")


def _auto_shard(self: Any) -> bool:
    return self.auto_shard_policy != v1.data.experimental.AutoShardPolicy.OFF


def _set_auto_shard(self: Any, value: bool) -> None:
    policy = v1.data.experimental.AutoShardPolicy
    self.auto_shard_policy = policy.AUTO if value else policy.OFF


def install() -> None:
    """Gives the classes the attributes, unless they have them."""
    experimental = v1.data.experimental
    for holder, names in (
        (v1.data.Options, _INERT["Options"]),
        (experimental.OptimizationOptions, _INERT["OptimizationOptions"]),
    ):
        for name in names:
            if not hasattr(holder, name):
                setattr(holder, name, _inert(name))
    if not hasattr(experimental.DistributeOptions, "auto_shard"):
        experimental.DistributeOptions.auto_shard = property(_auto_shard, _set_auto_shard)
