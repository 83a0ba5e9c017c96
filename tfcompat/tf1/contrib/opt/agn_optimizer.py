"""`AGNOptimizer`: accumulated gradients normalization for asynchronous workers."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt.center_variables import GLOBAL_VARIABLE_NAME as GLOBAL_VARIABLE_NAME
from tfcompat.tf1.contrib.opt.center_variables import CenterGetter, InitializeHook, local_step

GRAD_VARIABLE_NAME = "grad_variable"
_Optimizer: Any = v1.train.Optimizer


class AGNCustomGetter(CenterGetter):
    """`tf.contrib.opt.AGNCustomGetter` of 1.15: the getter of the variable scope that holds the model."""

    def __init__(self, worker_device: Any) -> None:
        super().__init__(worker_device, GRAD_VARIABLE_NAME)
        self._grad_map = self._third_map

    def _untrained(self, getter: Any, name: str, collections: Any, *args: Any, **kwargs: Any) -> Any:
        return getter(name, *args, trainable=False, collections=collections, **kwargs)


class AGNOptimizer(_Optimizer):
    """`tf.contrib.opt.AGNOptimizer` of 1.15: every `communication_period` steps, the mean gradient goes global."""

    def __init__(
        self,
        optimizer: Any,
        num_worker: int,
        custom_getter: AGNCustomGetter,
        communication_period: int = 10,
        use_locking: bool = True,
        name: str = "AGNOptimizer",
    ) -> None:
        super().__init__(use_locking, name)
        self._opt = optimizer
        self._num_worker, self._period = num_worker, communication_period
        self._global_map, self._grad_map = custom_getter._global_map, custom_getter._grad_map
        self._local_step = local_step()
        self._opt._prepare()

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = [(grad, var) for grad, var in grads_and_vars if grad is not None]
        with v1.variable_creator_scope(_make_local):
            applied = self._opt.apply_gradients(list(grads_and_vars))
        sums = [self._grad_map[var] for _, var in pairs]
        updates = [applied, *(v1.assign_add(total, pair[0]) for total, pair in zip(sums, pairs, strict=True))]
        stepped = v1.assign_add(self._local_step, 1, name="local_step_update").op
        with v1.control_dependencies([stepped]):
            due = v1.equal(v1.mod(self._local_step, self._period), 0)
        with v1.control_dependencies(updates):
            variables = [var for _, var in pairs]
            return v1.cond(due, lambda: self._communicate(variables, sums, global_step), v1.no_op)

    def _communicate(self, variables: Any, sums: Any, global_step: Any) -> Any:
        """The mean gradients move the centers, and the worker starts again from these."""
        centers = [self._global_map[var] for var in variables]
        means = [v1.assign(total, total / self._period) for total in sums]
        with v1.control_dependencies(means):
            applied = self._opt.apply_gradients(zip(sums, centers, strict=True))
        with v1.control_dependencies([applied]):
            updates = []
            if global_step is not None:
                with v1.colocate_with(global_step):
                    updates.append(v1.assign_add(global_step, 1))
            updates += [v1.assign(var, center.read_value()) for var, center in zip(variables, centers, strict=True)]
            updates += [v1.assign(total, v1.zeros_like(total)) for total in sums]
            return v1.group(*updates)

    def get_init_op(self, task_index: int) -> Any:
        """Lets the worker's variables start from the centers.

        Raises:
          ValueError: there are none.
        """
        variables = v1.trainable_variables()
        if not variables:
            raise ValueError(
                "The lists of local_variables, global_center_variables,grad_center_variables should not be empty"
            )
        starts = [v1.assign(var, self._global_map[var]) for var in variables]
        zeros = [v1.assign(total, v1.zeros_like(total)) for total in (self._grad_map[var] for var in variables)]
        return v1.group(*starts, *zeros)

    def make_session_run_hook(self, is_chief: bool, task_index: int) -> InitializeHook:
        return InitializeHook(lambda: self.get_init_op(task_index), is_chief)


def _make_local(next_creator: Any, collections: Any = None, **kwargs: Any) -> Any:
    """Slots of the worker's variables are local too."""
    keys = v1.GraphKeys
    if not collections:
        collections = [keys.LOCAL_VARIABLES]
    elif keys.GLOBAL_VARIABLES in collections:
        collections = [each for each in collections if each != keys.GLOBAL_VARIABLES] + [keys.LOCAL_VARIABLES]
    return next_creator(collections=collections, **kwargs)
