"""Moving means and variances, exponentially weighted."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def assign_moving_mean_variance(
    mean_var: Any, variance_var: Any, value: Any, decay: Any, name: str | None = None
) -> tuple[Any, Any]:
    """Updates two variables with a value shaped like them; answers them after the update."""
    values = [variance_var, mean_var, value, decay]
    scope = v1.name_scope(name, "assign_moving_mean_variance", values)
    with scope, v1.colocate_with(variance_var), v1.colocate_with(mean_var):
        dtype = _floating("mean_var", mean_var.dtype.base_dtype)
        other = variance_var.dtype.base_dtype
        if dtype != other:
            raise TypeError(f"mean_var.base_dtype({dtype.name}) != variance_var.base_dtype({other.name})")
        value = v1.convert_to_tensor(value, dtype=dtype, name="value")
        decay = v1.convert_to_tensor(decay, dtype=dtype, name="decay")
        delta = value - mean_var
        # The variance is about the mean as it was before.
        with v1.control_dependencies([delta]):
            mean = v1.assign_add(mean_var, (1.0 - decay) * delta)
            less = (1.0 - decay) * (variance_var - decay * v1.square(delta))
            return mean, v1.assign_sub(variance_var, less)


def assign_log_moving_mean_exp(log_mean_exp_var: Any, log_value: Any, decay: Any, name: str | None = None) -> Any:
    """Updates the logarithm of a moving mean with the logarithm of a value."""
    scope = v1.name_scope(name, "assign_log_moving_mean_exp", [log_mean_exp_var, log_value, decay])
    with scope, v1.colocate_with(log_mean_exp_var):
        dtype = _floating("log_mean_exp_var", log_mean_exp_var.dtype.base_dtype)
        log_value = v1.convert_to_tensor(log_value, dtype=dtype, name="log_value")
        decay = v1.convert_to_tensor(decay, dtype=dtype, name="decay")
        delta = (log_value - log_mean_exp_var)[v1.newaxis, ...]
        parts = [v1.log(decay) * v1.ones_like(delta), delta + v1.log1p(-decay)]
        return log_mean_exp_var.assign_add(v1.reduce_logsumexp(v1.concat(parts, axis=0), axis=0))


def moving_mean_variance(value: Any, decay: Any, collections: Any = None, name: str | None = None) -> tuple[Any, Any]:
    """`assign_moving_mean_variance` with two new variables, `moving_mean` and `moving_variance`."""
    if collections is None:
        collections = [v1.GraphKeys.GLOBAL_VARIABLES]
    with v1.variable_scope(name, "moving_mean_variance", [value, decay]):
        value = v1.convert_to_tensor(value, name="value")
        dtype = _floating("value", value.dtype.base_dtype)
        decay = v1.convert_to_tensor(decay, dtype=dtype, name="decay")
        variance, mean = (
            v1.get_variable(
                each,
                shape=value.shape,
                dtype=value.dtype,
                initializer=v1.zeros_initializer(),
                trainable=False,
                collections=collections,
            )
            for each in ("moving_variance", "moving_mean")
        )
        return assign_moving_mean_variance(mean, variance, value, decay)


def _floating(name: str, dtype: Any) -> Any:
    if not dtype.is_floating:
        raise TypeError(f"{name}.base_dtype({dtype.name}) does not have float type `dtype`.")
    return dtype
