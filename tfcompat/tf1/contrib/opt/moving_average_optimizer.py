"""`MovingAverageOptimizer`: another optimizer, and moving averages of its variables that a saver can swap in."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import saveable_object_util
from tfcompat.backend.v1api import v1

_Optimizer: Any = v1.train.Optimizer


class MovingAverageOptimizer(_Optimizer):
    """`tf.contrib.opt.MovingAverageOptimizer` of 1.15."""

    def __init__(
        self, opt: Any, average_decay: Any = 0.9999, num_updates: Any = None, sequential_update: bool = True
    ) -> None:
        self._optimizer = opt
        self._ema = v1.train.ExponentialMovingAverage(average_decay, num_updates=num_updates)
        self._swapped_variable_name_map: dict[str, str] | None = None
        self._sequential_update = sequential_update

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = list(grads_and_vars)
        trained = self._optimizer.apply_gradients(pairs, global_step=global_step, name=name)
        variables = [variable for gradient, variable in pairs if gradient is not None]
        if self._sequential_update:
            with v1.control_dependencies([trained]):
                averaged = self._ema.apply(variables)
        else:
            averaged = self._ema.apply(variables)
        names = {}
        for variable in variables:
            average = self._ema.average(variable)
            names[variable.op.name] = average.op.name
            names[average.op.name] = variable.op.name
        self._swapped_variable_name_map = names
        return v1.group(trained, averaged, name="train_with_avg")

    def swapping_saver(self, var_list: Any = None, name: str = "swapping_saver", **kwargs: Any) -> Any:
        """A saver that writes averages under the variables' names, and the variables under the averages'.

        Raises:
          RuntimeError: no gradients have been applied yet.
          ValueError: `var_list` has a variable without its average.
        """
        if self._swapped_variable_name_map is None:
            raise RuntimeError("Must call apply_gradients or minimize before creating the swapping_saver")
        if var_list is None:
            var_list = v1.global_variables()
        if not isinstance(var_list, dict):
            var_list = saveable_object_util.op_list_to_dict(var_list)
        known = {}
        for key, value in var_list.items():
            if isinstance(value, list) or _is_partitioned(value):
                known.update({part.op.name: part for part in value})
            else:
                known[key] = value
        swapped = {}
        for key, value in var_list.items():
            if isinstance(value, list):
                swapped[key] = [self._swap(known, part.op.name, part) for part in value]
            else:
                swapped[key] = self._swap(known, key, value)
        return v1.train.Saver(swapped, name=name, **kwargs)

    def _swap(self, known: dict[str, Any], name: str, value: Any) -> Any:
        other = (self._swapped_variable_name_map or {}).get(name)
        if other is None:
            return value
        if other not in known:
            raise ValueError(
                f"Variable to swap {other} is not part of variables to save. This breaks MovingAverageOptimizer."
            )
        return known[other]


def _is_partitioned(value: Any) -> bool:
    return type(value).__name__ == "PartitionedVariable"
