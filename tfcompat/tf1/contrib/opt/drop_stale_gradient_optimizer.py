"""`DropStaleGradientOptimizer`: another optimizer, for asynchronous workers, that leaves out old gradients."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import gen_array_ops, tensor_lib
from tfcompat.backend.v1api import v1

_Optimizer: Any = v1.train.Optimizer


class DropStaleGradientOptimizer(_Optimizer):
    """`tf.contrib.opt.DropStaleGradientOptimizer` of 1.15: gradients older than `staleness` global steps are dropped.

    How many were is in the variable `stale_counter`, which the train op answers.
    """

    def __init__(self, opt: Any, staleness: Any, use_locking: bool = False, name: str = "DropStaleGradient") -> None:
        super().__init__(use_locking, name)
        self._opt = opt
        self._staleness = staleness

    def compute_gradients(self, loss: Any, *args: Any, **kwargs: Any) -> Any:
        with v1.colocate_with(loss):  # the step before the loss is computed
            self._local_step = v1.train.get_global_step() + 0
        with v1.control_dependencies([self._local_step]):
            loss = gen_array_ops.identity(loss)
            return self._opt.compute_gradients(loss, *args, **kwargs)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> Any:
        return self._opt.get_slot_names(*args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        pairs = list(grads_and_vars)
        with v1.colocate_with(global_step):
            counter = v1.get_variable("stale_counter", [], initializer=v1.zeros_initializer(), trainable=False)

        def accept() -> Any:
            applied = self._opt.apply_gradients(pairs, global_step=global_step, name=name)
            with v1.control_dependencies([applied]):
                return gen_array_ops.identity(0.0)

        def drop() -> Any:
            return gen_array_ops.identity(1.0)

        computed = [grad if isinstance(grad, tensor_lib.Tensor) else grad.op for grad, _ in pairs if grad is not None]
        with v1.control_dependencies(computed), v1.colocate_with(global_step):
            staleness = gen_array_ops.reshape(global_step - self._local_step, shape=())
        fresh = v1.less_equal(staleness, v1.convert_to_tensor(self._staleness, dtype=staleness.dtype))
        update = counter.assign_add(v1.cond(fresh, accept, drop))
        share = counter / v1.cast(global_step + 1, v1.float32)
        v1.summary.scalar("Gradient staleness percentage", share)
        return update
