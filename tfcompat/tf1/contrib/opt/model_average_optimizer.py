"""`ModelAverageOptimizer`: workers train apart; now and then the chief averages their variables."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_training import data_flow_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt.center_variables import GLOBAL_VARIABLE_NAME, InitializeHook, local_step
from tfcompat.tf1.contrib.opt.updates import is_resource

_Optimizer: Any = v1.train.Optimizer


class ModelAverageCustomGetter:
    """`tf.contrib.opt.ModelAverageCustomGetter` of 1.15: the getter of the variable scope that holds the model."""

    def __init__(self, worker_device: Any) -> None:
        self._worker_device = worker_device
        self._local_2_global: dict[Any, Any] = {}

    def __call__(self, getter: Any, name: str, trainable: bool, collections: Any, *args: Any, **kwargs: Any) -> Any:
        if not trainable:
            if v1.GraphKeys.LOCAL_VARIABLES in (collections or ()):
                with v1.device(self._worker_device):
                    return getter(name, *args, trainable=trainable, collections=collections, **kwargs)
            return getter(name, *args, trainable=trainable, collections=collections, **kwargs)
        local = [v1.GraphKeys.LOCAL_VARIABLES]
        with v1.device(self._worker_device):
            mine = getter(name, *args, trainable=True, collections=local, **kwargs)
        self._local_2_global[mine] = v1.Variable(
            name=f"{GLOBAL_VARIABLE_NAME}/{name}",
            initial_value=mine.initialized_value(),
            trainable=False,
            collections=[v1.GraphKeys.GLOBAL_VARIABLES],
        )
        return mine


class ModelAverageOptimizer(_Optimizer):
    """`tf.contrib.opt.ModelAverageOptimizer` of 1.15."""

    def __init__(
        self,
        opt: Any,
        num_worker: int,
        is_chief: bool,
        ma_custom_getter: ModelAverageCustomGetter,
        interval_steps: int = 100,
        use_locking: bool = True,
        name: str = "ModelAverageOptimizer",
    ) -> None:
        super().__init__(use_locking, name)
        self._opt = opt
        self._num_worker, self._is_chief = num_worker, is_chief
        self._local_2_global = ma_custom_getter._local_2_global
        self._interval_steps = interval_steps
        self._accumulators: list[tuple[Any, Any]] = []
        self._chief_init_op: Any = None
        self._local_step = local_step()
        self._opt._prepare()

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        """As any optimizer's.

        Raises:
          ValueError: there is nothing to apply, or no global step.
        """
        pairs = list(grads_and_vars)
        if not pairs:
            raise ValueError("Must supply at least one variable")
        if global_step is None:
            raise ValueError("Global step is required")
        applied = self._opt.apply_gradients(pairs)
        with v1.control_dependencies([applied]):
            stepped = v1.assign_add(self._local_step, 1, name="local_step_update").op
        variables = [var for grad, var in pairs if grad is not None]
        with v1.control_dependencies([stepped]):
            due = v1.equal(v1.mod(self._local_step, self._interval_steps), 0)
            update = v1.cond(due, lambda: self._average(variables, global_step), v1.no_op)
        starts = []
        for accumulator, device in self._accumulators:
            with v1.device(device):
                starts.append(accumulator.set_global_step(global_step, name="SetGlobalStep"))
        self._chief_init_op = v1.group(*starts)
        return update

    def _average(self, variables: Any, global_step: Any) -> Any:
        """Gives the worker's variables to the accumulators, waits for the average, and takes it over."""
        centers = [self._local_2_global[var] for var in variables]
        with v1.colocate_with(global_step):
            queue = v1.FIFOQueue(-1, [v1.bool], shapes=[[]], shared_name="sync_queue")
        given, means = [], []
        with v1.name_scope(None, f"{self._name}/global"):
            for var, center in zip(variables, centers, strict=True):
                with v1.device(center.device):
                    accumulator = data_flow_ops.ConditionalAccumulator(
                        var.dtype.base_dtype, shape=var.get_shape(), shared_name=f"{center.name}/var_accum"
                    )
                    given.append(
                        accumulator.apply_grad(var.value() if is_resource(var) else var._ref(), local_step=global_step)
                    )
                    means.append(accumulator.take_grad(self._num_worker))
                    self._accumulators.append((accumulator, center.device))
        synchronized = self._publish(given, centers, means, global_step, queue) if self._is_chief else None
        if synchronized is None:
            with v1.control_dependencies(given), v1.device(global_step.device):
                synchronized = queue.dequeue()
        with v1.control_dependencies([synchronized]):
            return self._local_vars_update(variables)

    def _publish(self, given: Any, centers: Any, means: Any, global_step: Any, queue: Any) -> Any:
        """The chief's part: assigns the averages, and then lets the others go on."""
        updates = []
        with v1.control_dependencies(given):
            for mean, center in zip(means, centers, strict=True):
                with v1.device(center.device):
                    updates.append(v1.assign(center, mean))
            with v1.device(global_step.device):
                updates.append(v1.assign_add(global_step, 1))
        with v1.control_dependencies(updates), v1.device(global_step.device):
            return queue.enqueue_many(v1.fill([self._num_worker - 1], v1.constant(False)))

    def _local_vars_update(self, variables: Any) -> Any:
        if not variables:
            raise ValueError("The list of local_variables should not be empty")
        updates = []
        for var in variables:
            with v1.device(var.device):
                updates.append(v1.assign(var, self._local_2_global[var].read_value()))
        return v1.group(*updates)

    def get_init_op(self) -> Any:
        """Lets the worker's variables start from the global ones."""
        return self._local_vars_update(v1.trainable_variables())

    def make_session_run_hook(self) -> InitializeHook:
        return InitializeHook(self.get_init_op, self._is_chief)
