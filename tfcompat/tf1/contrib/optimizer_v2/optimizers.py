"""The optimizers of `tf.train` under the arguments that `tf.contrib.optimizer_v2` gave them."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


class _WithStops:
    """For an optimizer to inherit from: `stop_gradients` in the two methods that compute gradients.

    `scale_loss_by_num_replicas` has no effect: there is one replica.
    """

    def minimize(
        self: Any,
        loss: Any,
        global_step: Any = None,
        var_list: Any = None,
        gate_gradients: Any = 1,
        aggregation_method: Any = None,
        name: str | None = None,
        grad_loss: Any = None,
        stop_gradients: Any = None,
        scale_loss_by_num_replicas: bool | None = None,
    ) -> Any:
        pairs = self.compute_gradients(
            loss,
            var_list=var_list,
            gate_gradients=gate_gradients,
            aggregation_method=aggregation_method,
            grad_loss=grad_loss,
            stop_gradients=stop_gradients,
        )
        if all(gradient is None for gradient, _ in pairs):
            raise ValueError(
                "No gradients provided for any variable, check your graph for ops that do not support gradients, "
                f"between variables {[str(variable) for _, variable in pairs]} and loss {loss}."
            )
        return self.apply_gradients(pairs, global_step=global_step, name=name)

    def compute_gradients(
        self: Any,
        loss: Any,
        var_list: Any = None,
        gate_gradients: Any = 1,
        aggregation_method: Any = None,
        grad_loss: Any = None,
        stop_gradients: Any = None,
        scale_loss_by_num_replicas: bool | None = None,
    ) -> Any:
        if stop_gradients is None:
            return super().compute_gradients(  # type: ignore[misc]
                loss,
                var_list=var_list,
                gate_gradients=gate_gradients,
                aggregation_method=aggregation_method,
                grad_loss=grad_loss,
            )
        variables = v1.trainable_variables() if var_list is None else list(var_list)
        gradients = v1.gradients(
            loss() if callable(loss) else loss,
            variables,
            grad_ys=grad_loss,
            aggregation_method=aggregation_method,
            stop_gradients=stop_gradients,
        )
        return list(zip(gradients, variables, strict=True))


_Adadelta: Any = v1.train.AdadeltaOptimizer
_Adagrad: Any = v1.train.AdagradOptimizer
_Adam: Any = v1.train.AdamOptimizer
_GradientDescent: Any = v1.train.GradientDescentOptimizer
_Momentum: Any = v1.train.MomentumOptimizer
_RMSProp: Any = v1.train.RMSPropOptimizer


class AdadeltaOptimizer(_WithStops, _Adadelta):
    """`tf.contrib.optimizer_v2.AdadeltaOptimizer` of 1.15; arguments as of `tf.train.AdadeltaOptimizer`."""


class AdagradOptimizer(_WithStops, _Adagrad):
    """`tf.contrib.optimizer_v2.AdagradOptimizer` of 1.15; arguments as of `tf.train.AdagradOptimizer`."""


class AdamOptimizer(_WithStops, _Adam):
    """`tf.contrib.optimizer_v2.AdamOptimizer` of 1.15; arguments as of `tf.train.AdamOptimizer`."""


class GradientDescentOptimizer(_WithStops, _GradientDescent):
    """`tf.contrib.optimizer_v2.GradientDescentOptimizer` of 1.15."""


class MomentumOptimizer(_WithStops, _Momentum):
    """`tf.contrib.optimizer_v2.MomentumOptimizer` of 1.15; arguments as of `tf.train.MomentumOptimizer`."""


class RMSPropOptimizer(_WithStops, _RMSProp):
    """`tf.contrib.optimizer_v2.RMSPropOptimizer` of 1.15; the mean square starts from epsilon, not from 1."""

    def _create_slots(self, var_list: Any) -> None:
        for variable in var_list:
            self._get_or_make_slot(variable, self._epsilon * v1.ones_like(variable), "rms", self._name)
            if self._centered:
                self._zeros_slot(variable, "mg", self._name)
            self._zeros_slot(variable, "momentum", self._name)
