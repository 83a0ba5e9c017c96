"""`ElasticAverageOptimizer`: workers drawn to a center, and the center to them, now and then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend.internals import saveable_object_util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt.center_variables import GLOBAL_VARIABLE_NAME as GLOBAL_VARIABLE_NAME
from tfcompat.tf1.contrib.opt.center_variables import CenterGetter, InitializeHook, local_step

LOCAL_VARIABLE_NAME = "local_center_variable"
GLOBAL_STEP = "global_step"
_Optimizer: Any = v1.train.Optimizer


class ElasticAverageCustomGetter(CenterGetter):
    """`tf.contrib.opt.ElasticAverageCustomGetter` of 1.15: the getter of the variable scope that holds the model."""

    def __init__(self, worker_device: Any) -> None:
        super().__init__(worker_device, LOCAL_VARIABLE_NAME)
        self._local_map = self._third_map


class ElasticAverageOptimizer(_Optimizer):
    """`tf.contrib.opt.ElasticAverageOptimizer` of 1.15."""

    BETA = 0.9

    def __init__(
        self,
        opt: Any,
        num_worker: int,
        ea_custom_getter: ElasticAverageCustomGetter,
        communication_period: int = 10,
        moving_rate: float | None = None,
        rho: float | None = None,
        use_locking: bool = True,
        synchronous: bool = False,
        name: str = "ElasticAverageOptimizer",
    ) -> None:
        super().__init__(use_locking, name)
        self._opt = opt
        self._num_worker, self._period = num_worker, communication_period
        self._local_map, self._global_map = ea_custom_getter._local_map, ea_custom_getter._global_map
        self._synchronous = synchronous
        self._moving_rate = self.BETA / communication_period / num_worker if moving_rate is None else moving_rate
        self._rho = self._moving_rate / self._opt._learning_rate if rho is None else rho
        self._local_step = local_step()
        self._opt._prepare()

    def compute_gradients(
        self,
        loss: Any,
        var_list: Any = None,
        gate_gradients: int = 1,
        aggregation_method: Any = None,
        colocate_gradients_with_ops: bool = False,
        grad_loss: Any = None,
    ) -> Any:
        """Gradients of the loss plus what the distances from the center cost."""
        variables = var_list or v1.trainable_variables()
        centers = [self._local_map[var] for var in variables]
        away = [v1.subtract(var, center) for var, center in zip(v1.trainable_variables(), centers, strict=False)]
        total = loss + self._rho * v1.add_n([v1.nn.l2_loss(each) for each in away])
        return self._opt.compute_gradients(
            total, variables, gate_gradients, aggregation_method, colocate_gradients_with_ops, grad_loss
        )

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = list(grads_and_vars)
        before = {var.op.name for var in v1.global_variables()}
        applied = self._opt.apply_gradients(pairs)
        after = {var.op.name for var in v1.global_variables()}
        with v1.control_dependencies([applied]):
            stepped = v1.assign_add(self._local_step, 1, name="local_step_update").op
        _make_local(after - before)
        variables = [var for grad, var in pairs if grad is not None]
        with v1.control_dependencies([stepped]):
            due = v1.equal(v1.mod(self._local_step, self._period), 0)
            return v1.cond(due, lambda: self._communicate(variables, global_step), v1.no_op)

    def _communicate(self, variables: Sequence[Any], global_step: Any) -> Any:
        """Moves workers and center towards each other."""
        centers = [self._global_map[var] for var in variables]
        copies = [self._local_map[var] for var in variables]
        fetched = [copy.assign(center) for copy, center in zip(copies, centers, strict=True)]
        updates, away = [], []
        with v1.control_dependencies(fetched):
            for var, copy in zip(variables, copies, strict=True):
                with v1.device(var.device):
                    away.append(v1.subtract(var, copy))
            for move, moved in ((v1.assign_sub, variables), (v1.assign_add, centers)):
                for var, difference in zip(moved, away, strict=True):
                    with v1.device(var.device):
                        updates.append(move(var, v1.multiply(self._moving_rate, difference)))
            if global_step is not None:
                with v1.colocate_with(global_step):
                    updates.append(v1.assign_add(global_step, 1))
        return v1.group(*updates)

    def get_init_op(self, task_index: int) -> Any:
        """Lets the worker start from the center; with `synchronous`, together with all others.

        Raises:
          ValueError: there is nothing to train.
        """
        variables = v1.trainable_variables()
        if not variables:
            raise ValueError(
                "The lists of local_variables, global_center_variables, local_center_variables should not be empty  "
            )
        starts = []
        for var in variables:
            center = self._global_map[var]
            starts += [v1.assign(var, center), v1.assign(self._local_map[var], center)]
        start = v1.group(*starts)
        return self._barrier(start, task_index) if self._synchronous else start

    def _barrier(self, start: Any, task_index: int) -> Any:
        """After `start`, waits for a token from each other worker."""
        queues = [
            v1.FIFOQueue(self._num_worker, [v1.bool], shapes=[[]], shared_name=f"variable_init_sync_queue{i}")
            for i in range(self._num_worker)
        ]
        token = v1.constant(False)
        with v1.control_dependencies([start]):
            sent = [v1.no_op() if i == task_index else queue.enqueue(token) for i, queue in enumerate(queues)]
        return v1.group(*sent, queues[task_index].dequeue_many(len(queues) - 1))

    def make_session_run_hook(self, is_chief: bool, task_index: int) -> InitializeHook:
        return InitializeHook(lambda: self.get_init_op(task_index), is_chief)

    def swapping_saver(self, var_list: Any = None, name: str = "swapping_saver", **kwargs: Any) -> Any:
        """A saver that writes the centers under the workers' names.

        Raises:
          RuntimeError: the model was not built with the custom getter.
        """
        if not self._global_map:
            raise RuntimeError(
                "global_center_variable is empty, please make sure this is called after model created and "
                "ElasticAverageCustomGetter is used when declaring you model"
            )
        if var_list is None:
            var_list = v1.trainable_variables()
        if not isinstance(var_list, dict):
            var_list = saveable_object_util.op_list_to_dict(var_list)
        centers = {var.op.name: center for var, center in self._global_map.items()}
        swapped = {
            key: [centers.get(part.op.name, part) for part in value]
            if isinstance(value, list)
            else centers.get(value.op.name, value)
            for key, value in var_list.items()
        }
        return v1.train.Saver(swapped, name=name, **kwargs)


def _make_local(names: set[str]) -> None:
    """Moves variables from the global collection to the local one."""
    collected = v1.get_collection_ref(v1.GraphKeys.GLOBAL_VARIABLES)
    for variable in [each for each in collected if each.op.name in names]:
        v1.add_to_collection(v1.GraphKeys.LOCAL_VARIABLES, variable)
    collected[:] = [each for each in collected if each.op.name not in names]
