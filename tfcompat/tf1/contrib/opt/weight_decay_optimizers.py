"""Weight decay that an optimizer's step does not see: AdamW, MomentumW, and any optimizer extended with it."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt import updates
from tfcompat.tf1.contrib.opt.shampoo import ShampooOptimizer

_Adam: Any = v1.train.AdamOptimizer
_Momentum: Any = v1.train.MomentumOptimizer


class DecoupledWeightDecayExtension:
    """`tf.contrib.opt.DecoupledWeightDecayExtension` of 1.15: inherited before an optimizer, adds `weight_decay` to it.

    Each variable, or each in `decay_var_list`, loses `weight_decay` times itself before the optimizer's own step.
    """

    def __init__(self, weight_decay: Any, **kwargs: Any) -> None:
        self._decay_var_list: Any = None
        self._weight_decay = weight_decay
        self._weight_decay_tensor: Any = None
        super().__init__(**kwargs)

    def minimize(
        self: Any,
        loss: Any,
        global_step: Any = None,
        var_list: Any = None,
        gate_gradients: int = 1,
        aggregation_method: Any = None,
        colocate_gradients_with_ops: bool = False,
        name: str | None = None,
        grad_loss: Any = None,
        decay_var_list: Any = None,
    ) -> Any:
        """As the optimizer's. `decay_var_list` has no effect, as in 1.15; give it to `apply_gradients`."""
        # 1.15 took the list and then forgot it: its apply_gradients, called without one, lets all variables decay.
        return super().minimize(  # type: ignore[misc]
            loss,
            global_step=global_step,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            colocate_gradients_with_ops=colocate_gradients_with_ops,
            name=name,
            grad_loss=grad_loss,
        )

    def apply_gradients(
        self: Any, grads_and_vars: Any, global_step: Any = None, name: str | None = None, decay_var_list: Any = None
    ) -> Any:
        self._decay_var_list = set(decay_var_list) if decay_var_list else False
        return super().apply_gradients(  # type: ignore[misc]
            grads_and_vars, global_step=global_step, name=name
        )

    def _prepare(self: Any) -> None:
        decay = self._weight_decay() if callable(self._weight_decay) else self._weight_decay
        self._weight_decay_tensor = v1.convert_to_tensor(decay, name="weight_decay")
        super()._prepare()  # type: ignore[misc]

    def _decays(self, var: Any) -> bool:
        return not self._decay_var_list or var in self._decay_var_list

    def _decay_all(self: Any, var: Any) -> Any:
        return var.assign_sub(self._weight_decay * var, self._use_locking) if self._decays(var) else v1.no_op()

    def _decay_rows(self: Any, var: Any, indices: Any) -> Any:
        if not self._decays(var):
            return v1.no_op()
        return updates.scatter_add(var, indices, -self._weight_decay * v1.gather(var, indices), self._use_locking)

    def _apply_dense(self: Any, grad: Any, var: Any) -> Any:
        with v1.control_dependencies([self._decay_all(var)]):
            return super()._apply_dense(grad, var)  # type: ignore[misc]

    def _resource_apply_dense(self: Any, grad: Any, var: Any) -> Any:
        with v1.control_dependencies([self._decay_all(var)]):
            return super()._resource_apply_dense(grad, var)  # type: ignore[misc]

    def _apply_sparse(self: Any, grad: Any, var: Any) -> Any:
        with v1.control_dependencies([self._decay_rows(var, grad.indices)]):
            return super()._apply_sparse(grad, var)  # type: ignore[misc]

    def _resource_apply_sparse(self: Any, grad: Any, var: Any, indices: Any) -> Any:
        with v1.control_dependencies([self._decay_rows(var, indices)]):
            return super()._resource_apply_sparse(grad, var, indices)  # type: ignore[misc]


def extend_with_decoupled_weight_decay(base_optimizer: Any) -> Any:
    """`tf.contrib.opt.extend_with_decoupled_weight_decay` of 1.15: a class whose first argument is `weight_decay`."""

    class OptimizerWithDecoupledWeightDecay(DecoupledWeightDecayExtension, base_optimizer):
        def __init__(self, weight_decay: Any, *args: Any, **kwargs: Any) -> None:
            super().__init__(weight_decay, *args, **kwargs)

    return OptimizerWithDecoupledWeightDecay


class MomentumWOptimizer(DecoupledWeightDecayExtension, _Momentum):
    """`tf.contrib.opt.MomentumWOptimizer` of 1.15."""

    def __init__(
        self,
        weight_decay: Any,
        learning_rate: Any,
        momentum: Any,
        use_locking: bool = False,
        name: str = "MomentumW",
        use_nesterov: bool = False,
    ) -> None:
        super().__init__(
            weight_decay,
            learning_rate=learning_rate,
            momentum=momentum,
            use_locking=use_locking,
            name=name,
            use_nesterov=use_nesterov,
        )


class AdamWOptimizer(DecoupledWeightDecayExtension, _Adam):
    """`tf.contrib.opt.AdamWOptimizer` of 1.15."""

    def __init__(
        self,
        weight_decay: Any,
        learning_rate: Any = 0.001,
        beta1: Any = 0.9,
        beta2: Any = 0.999,
        epsilon: Any = 1e-8,
        use_locking: bool = False,
        name: str = "AdamW",
    ) -> None:
        super().__init__(
            weight_decay,
            learning_rate=learning_rate,
            beta1=beta1,
            beta2=beta2,
            epsilon=epsilon,
            use_locking=use_locking,
            name=name,
        )


class ShampooWOptimizer(DecoupledWeightDecayExtension, ShampooOptimizer):
    """`ShampooWOptimizer` of 1.15; arguments as of `ShampooOptimizer`, `mat_gbar_decay` from `mat_gbar_weight`."""

    def __init__(self, weight_decay: Any, global_step: Any, **kwargs: Any) -> None:
        settings = {"name": "ShampooW", **kwargs}
        settings["mat_gbar_decay"] = settings.get("mat_gbar_weight", 1.0)  # so it was in 1.15
        settings.pop("mat_gbar_weight", None)
        super().__init__(weight_decay, global_step=global_step, **settings)
