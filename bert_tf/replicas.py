"""Keras optimizers under `tf.distribute`: what one process does with a batch's gradients, several do with their sum.

Keras clips the gradients of each replica by themselves, which is another step than that of the whole batch; and on
several devices it cannot accumulate at all, since it reduces gradients in a condition.
"""

from __future__ import annotations

from typing import Any

import tensorflow as tf


def whole(optimizer: Any) -> None:
    """Makes an optimizer sum up all replicas' gradients first, and then clip, accumulate and apply them.

    Nothing changes where there is one replica.

    Args:
      optimizer: any of Keras', made in the scope of its strategy, with or without loss scaling.
    """
    optimizer = getattr(optimizer, "inner_optimizer", optimizer)
    strategy = getattr(optimizer, "_distribution_strategy", None)
    if strategy is None or strategy.num_replicas_in_sync == 1 or "_backend_apply_gradients" in vars(optimizer):
        return
    apply, reduce = optimizer._backend_apply_gradients, optimizer._all_reduce_sum_gradients
    inside = tf.__internal__.distribute.strategy_supports_no_merge_call

    def summed(grads: Any, variables: Any) -> None:
        found = [gradient for gradient, _ in reduce(list(zip(grads, variables, strict=True)))]
        if optimizer.gradient_accumulation_steps and not inside():
            _accumulate(optimizer, [tf.convert_to_tensor(each) for each in found], variables)
        else:
            apply(found, variables)

    optimizer._backend_apply_gradients = summed
    optimizer._all_reduce_sum_gradients = list


def _accumulate(optimizer: Any, grads: list[Any], variables: Any) -> None:
    """Keras' `_backend_apply_gradients`, but for the condition, which holds for all replicas together."""
    steps = optimizer.gradient_accumulation_steps
    kept = [optimizer._accumulated_gradients[optimizer._get_variable_index(each)] for each in variables]

    def update(grads: list[Any]) -> None:
        means = [(new + tf.convert_to_tensor(old)) / steps for new, old in zip(grads, kept, strict=True)]
        means = optimizer._clip_gradients(means)
        optimizer._apply_weight_decay(variables)
        optimizer._backend_update_step(means, variables, optimizer.learning_rate)

    def together(strategy: Any, grads: list[Any]) -> None:
        def add() -> None:
            for place, each in enumerate(kept):
                strategy.extended.update(each.value, _add, (grads[place],), group=False)

        def step() -> None:
            strategy.extended.call_for_each_replica(update, (grads,))
            for each in kept:
                strategy.extended.update(each.value, _clear, group=False)

        tf.cond((optimizer._iterations.value + 1) % steps == 0, step, add)

    tf.distribute.get_replica_context().merge_call(together, (grads,))


def _add(variable: Any, value: Any) -> None:
    variable.assign_add(value)


def _clear(variable: Any) -> None:
    variable.assign(tf.zeros_like(variable))
