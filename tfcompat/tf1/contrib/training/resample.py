"""`resample_at_rate` and `weighted_resample`: each row of a batch none, one or several times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend.internals_training import moving_averages
from tfcompat.backend.v1api import v1


def _repeat_range(counts: Any, name: str | None = None) -> Any:
    """`[0]*counts[0] + [1]*counts[1] + …`, int32 `[sum of counts]`."""
    with v1.name_scope(name, "repeat_range", [counts]) as scope:
        counts = v1.convert_to_tensor(counts, name="counts")

        def more(_: Any, i: Any) -> Any:
            return i < size

        def write(output: Any, i: Any) -> Any:
            return output.write(i, v1.fill(counts[i : i + 1], i)), i + 1

        size = v1.shape(counts)[0]
        start = v1.TensorArray(dtype=v1.int32, size=size, infer_shape=False)
        written, count = v1.while_loop(more, write, loop_vars=[start, 0])
        return v1.cond(count > 0, written.concat, lambda: v1.zeros(shape=[0], dtype=v1.int32), name=scope)


def resample_at_rate(
    inputs: Sequence[Any], rates: Any, scope: str | None = None, seed: Any = None, back_prop: bool = False
) -> list[Any]:
    """`tf.contrib.training.resample_at_rate` of 1.15: rows repeated as often as a Poisson draw of their rate says."""
    with v1.name_scope(scope, default_name="resample_at_rate", values=[*inputs, rates]):
        rates = v1.convert_to_tensor(rates, name="rates")
        counts = v1.cast(v1.random_poisson(rates, (), rates.dtype, seed=seed), v1.int32)
        rows = _repeat_range(counts)
        if not back_prop:
            rows = v1.stop_gradient(rows)
        return [v1.gather(each, rows) for each in inputs]


def weighted_resample(
    inputs: Sequence[Any],
    weights: Any,
    overall_rate: Any,
    scope: Any = None,
    mean_decay: float = 0.999,
    seed: Any = None,
) -> tuple[list[Any], Any]:
    """`tf.contrib.training.weighted_resample` of 1.15: rows drawn in proportion to their weights, and their rates.

    The mean weight is a moving average in the local variable `estimated_mean`.
    """
    with v1.name_scope(scope, "weighted_resample", inputs) as outer:
        with v1.variable_scope(scope, "estimate_mean", inputs):
            estimate = v1.get_local_variable(
                "estimated_mean", initializer=v1.cast(0, weights.dtype), dtype=weights.dtype
            )
            mean = moving_averages.assign_moving_average(estimate, v1.reduce_mean(weights), mean_decay)
        rates = weights * overall_rate / mean
        results = resample_at_rate([rates, *inputs], rates, scope=outer, seed=seed, back_prop=False)
        return results[1:], results[0]
