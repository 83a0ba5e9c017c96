"""`create_train_op` and `train`: one op that trains and answers the loss, run until the session says stop."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tfcompat.backend.internals import control_flow_ops
from tfcompat.backend.v1api import v1

_USE_GLOBAL_STEP = 0
Pairs = Sequence[tuple[Any, Any]]
_log = logging.getLogger("tensorflow")


def add_gradients_summaries(grads_and_vars: Pairs) -> list[Any]:
    """`tf.contrib.training.add_gradients_summaries` of 1.15: a histogram and the norm of each gradient."""
    summaries = []
    for gradient, variable in grads_and_vars:
        if gradient is None:
            _log.info("Var %s has no gradient", variable.op.name)
            continue
        values = gradient.values if isinstance(gradient, v1.IndexedSlices) else gradient
        summaries.append(v1.summary.histogram(f"{variable.op.name}_gradient", values))
        summaries.append(v1.summary.scalar(f"{variable.op.name}_gradient_norm", v1.global_norm([values])))
    return summaries


def _on_values(change: Callable[[Any], Any], gradient: Any) -> Any:
    """`change` of a gradient's numbers, whether it is dense or sparse."""
    if isinstance(gradient, v1.IndexedSlices):
        return v1.IndexedSlices(change(gradient.values), gradient.indices, gradient.dense_shape)
    return change(gradient)


def clip_gradient_norms(gradients_to_variables: Pairs, max_norm: Any) -> list[tuple[Any, Any]]:
    """`tf.contrib.training.clip_gradient_norms` of 1.15: each gradient clipped by its own norm."""
    return [
        (None if gradient is None else _on_values(lambda x: v1.clip_by_norm(x, max_norm), gradient), variable)
        for gradient, variable in gradients_to_variables
    ]


def clip_gradient_norms_fn(max_norm: Any) -> Callable[[Pairs], list[tuple[Any, Any]]]:
    """A `transform_grads_fn` that clips."""
    return lambda gradients_to_variables: clip_gradient_norms(gradients_to_variables, max_norm)


def multiply_gradients(grads_and_vars: Any, gradient_multipliers: Any) -> list[tuple[Any, Any]]:
    """`tf.contrib.training.multiply_gradients` of 1.15: gradients times a factor for a variable or its name.

    Raises:
      ValueError: the arguments are not a list and a dictionary with content, or a gradient is None.
    """
    if not isinstance(grads_and_vars, list):
        raise ValueError("`grads_and_vars` must be a list.")
    if not gradient_multipliers:
        raise ValueError("`gradient_multipliers` is empty.")
    if not isinstance(gradient_multipliers, Mapping):
        raise ValueError("`gradient_multipliers` must be a dict.")
    return [(_multiplied(gradient, variable, gradient_multipliers), variable) for gradient, variable in grads_and_vars]


def _multiplied(gradient: Any, variable: Any, factors: Mapping[Any, Any]) -> Any:
    key = variable if variable in factors else variable.op.name
    if key not in factors:
        return gradient
    if gradient is None:
        raise ValueError("Requested multiple of `None` gradient.")
    return _on_values(lambda x: x * v1.convert_to_tensor(factors[key], dtype=gradient.dtype), gradient)


def create_train_op(
    total_loss: Any,
    optimizer: Any,
    global_step: Any = _USE_GLOBAL_STEP,
    update_ops: Any = None,
    variables_to_train: Sequence[Any] | None = None,
    transform_grads_fn: Callable[[Any], Any] | None = None,
    summarize_gradients: bool = False,
    gate_gradients: int = 1,
    aggregation_method: Any = None,
    colocate_gradients_with_ops: bool = False,
    check_numerics: bool = True,
) -> Any:
    """`tf.contrib.training.create_train_op` of 1.15: a tensor that applies the gradients and answers the loss.

    The ops in the collection UPDATE_OPS run before, unless `update_ops` names others. The tensor is added to the
    collection TRAIN_OP.

    Raises:
      AssertionError: there is nothing to train, or a variable is not trainable.
    """
    if global_step is _USE_GLOBAL_STEP:
        global_step = v1.train.get_or_create_global_step()
    collected = set(v1.get_collection(v1.GraphKeys.UPDATE_OPS))
    updates = collected if update_ops is None else set(update_ops)
    if not collected.issubset(updates):
        _log.warning("update_ops in create_train_op does not contain all the update_ops in GraphKeys.UPDATE_OPS")
    if updates:
        with v1.control_dependencies(updates):
            barrier = v1.no_op(name="update_barrier")
        total_loss = control_flow_ops.with_dependencies([barrier], total_loss)
    trained = _variables_to_train(variables_to_train)
    pairs = optimizer.compute_gradients(
        total_loss,
        trained,
        gate_gradients=gate_gradients,
        aggregation_method=aggregation_method,
        colocate_gradients_with_ops=colocate_gradients_with_ops,
    )
    if transform_grads_fn:
        pairs = transform_grads_fn(pairs)
    if summarize_gradients:
        with v1.name_scope("summarize_grads"):
            add_gradients_summaries(pairs)
    applied = optimizer.apply_gradients(pairs, global_step=global_step)
    with v1.name_scope("train_op"):
        if check_numerics:
            total_loss = v1.check_numerics(total_loss, "LossTensor is inf or nan")
        train_op = control_flow_ops.with_dependencies([applied], total_loss)
    known = v1.get_collection_ref(v1.GraphKeys.TRAIN_OP)
    if not any(train_op is each for each in known):
        known.append(train_op)
    return train_op


def _variables_to_train(chosen: Sequence[Any] | None) -> Sequence[Any]:
    trainable = v1.trainable_variables()
    if chosen is None:
        assert trainable, "there is no trainable variable in the graph"
        return list(trainable)
    for variable in chosen:
        assert variable.trainable or any(variable is each for each in trainable), f"{variable} is not trainable"
    assert chosen, "variables_to_train is empty"
    return chosen


def train(
    train_op: Any,
    logdir: Any,
    master: str = "",
    is_chief: bool = True,
    scaffold: Any = None,
    hooks: Any = None,
    chief_only_hooks: Any = None,
    save_checkpoint_secs: int | None = 600,
    save_summaries_steps: int | None = 100,
    config: Any = None,
    max_wait_secs: int = 7200,
    run_metadata: Any = None,
) -> Any:
    """`tf.contrib.training.train` of 1.15: runs the train op until a hook stops it; answers the last loss.

    Raises:
      ValueError: there is no `logdir` although something is to be saved.
    """
    if logdir is None and is_chief:
        if save_summaries_steps:
            raise ValueError("logdir cannot be None when save_summaries_steps is not None")
        if save_checkpoint_secs:
            raise ValueError("logdir cannot be None when save_checkpoint_secs is not None")
    with v1.train.MonitoredTrainingSession(
        master=master,
        is_chief=is_chief,
        checkpoint_dir=logdir,
        scaffold=scaffold,
        hooks=hooks,
        chief_only_hooks=chief_only_hooks,
        save_checkpoint_secs=save_checkpoint_secs,
        save_summaries_steps=save_summaries_steps,
        config=config,
        max_wait_secs=max_wait_secs,
    ) as session:
        loss = None
        while not session.should_stop():
            loss = session.run(train_op, run_metadata=run_metadata)
    return loss
