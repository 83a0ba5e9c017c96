"""The training, evaluation and prediction loops of contrib.learn's estimators, op by op as 1.15 built them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.backend import estimator
from tfcompat.backend.internals_estimators import evaluation, training_util
from tfcompat.backend.v1api import v1


class NotFittedError(ValueError, AttributeError):
    """Raised by an estimator that is asked before it was trained (scikit-learn's name for it)."""


def train(model: Any, graph: Any, input_fn: Any, hooks: list[Any]) -> Any:
    """Trains until a hook stops it or the data ends; answers the last loss."""
    config = model._config
    with graph.as_default(), graph.device(model._device()):
        v1.set_random_seed(config.tf_random_seed)
        step = v1.train.create_global_step(graph)
        features, labels = input_fn()
        model._check_inputs(features, labels)
        training_util._get_or_create_global_step_read()
        ops = model._get_train_ops(features, labels)
        v1.add_to_collection(v1.GraphKeys.LOSSES, ops.loss)
        watch = v1.train.LoggingTensorHook({"loss": ops.loss, "step": step}, every_n_iter=100)
        hooks = [*hooks, v1.train.NanTensorHook(ops.loss), watch]
        scaffold = ops.scaffold or v1.train.Scaffold()
        if not (scaffold.saver or v1.get_collection(v1.GraphKeys.SAVERS)):
            v1.add_to_collection(v1.GraphKeys.SAVERS, _saver(config))
        with v1.train.MonitoredTrainingSession(
            master=config.master,
            is_chief=config.is_chief,
            checkpoint_dir=model._model_dir,
            scaffold=scaffold,
            hooks=hooks + ops.training_hooks,
            chief_only_hooks=_saving(model, scaffold, hooks, ops) + ops.training_chief_hooks,
            save_checkpoint_secs=0,  # a hook saves
            save_summaries_steps=config.save_summary_steps,
            max_wait_secs=config.session_creation_timeout_secs,
            config=model._session_config,
        ) as session:
            loss = None
            while not session.should_stop():
                _, loss = session.run([ops.train_op, ops.loss])
        return loss


def evaluate(
    model: Any,
    input_fn: Any,
    steps: int | None,
    metrics: Any,
    folder: str,
    checkpoint: str,
    hooks: list[Any],
    log_progress: bool,
) -> tuple[dict[str, Any], Any]:
    """The metrics of a checkpoint and its global step; both are written as a summary too."""
    with v1.Graph().as_default() as graph:
        v1.set_random_seed(model._config.tf_random_seed)
        step = v1.train.create_global_step(graph)
        features, labels = input_fn()
        model._check_inputs(features, labels)
        ops = model._get_eval_ops(features, labels, metrics)
        update, values = _parted(ops.eval_metric_ops)
        if steps == 0:
            v1.logging.warning(
                "evaluation steps are 0. If `input_fn` does not raise `OutOfRangeError`, the evaluation will never "
                "stop. Use steps=None if intended."
            )
        if steps:
            hooks = [*hooks, evaluation._StopAfterNEvalsHook(steps, log_progress=log_progress)]
        key = "global_step"
        while key in values:
            key = f"_{key}"
        results = evaluation._evaluate_once(
            checkpoint_path=checkpoint,
            master=model._config.evaluation_master,
            scaffold=ops.scaffold,
            eval_ops=update,
            final_ops={**values, key: step},
            hooks=hooks,
            config=model._session_config,
        )
        estimator.load("python.estimator.estimator")._write_dict_to_summary(folder, results, results[key])
        return results, results[key]


def infer(
    model: Any, checkpoint: str, input_fn: Any, feed_fn: Any, outputs: Any, as_iterable: bool, by_batch: bool
) -> Any:
    """The predictions of a checkpoint: a generator, or the first batch."""
    with v1.Graph().as_default() as graph:
        v1.set_random_seed(model._config.tf_random_seed)
        v1.train.create_global_step(graph)
        given = input_fn()
        ops = model._get_predict_ops(given[0] if isinstance(given, (list, tuple)) else given)
        wished = _filtered(ops.predictions, outputs)
        creator = v1.train.ChiefSessionCreator(
            checkpoint_filename_with_path=checkpoint, scaffold=ops.scaffold, config=model._session_config
        )
        session = v1.train.MonitoredSession(session_creator=creator)
        if as_iterable:
            return _rows(session, wished, feed_fn, by_batch)
        with session:
            return session.run(wished, feed_fn() if feed_fn else None)


def together(batches: Any) -> Any:
    """One array, or one dict of arrays, of all batches."""
    batches = list(batches)
    if isinstance(batches[0], dict):
        return {key: np.concatenate([batch[key] for batch in batches], axis=0) for key in batches[0]}
    return np.concatenate(batches, axis=0)


def _rows(session: Any, wished: Any, feed_fn: Any, by_batch: bool) -> Iterator[Any]:
    with session:
        while not session.should_stop():
            try:
                feed = feed_fn() if feed_fn else None
            except StopIteration:
                return
            found = session.run(wished, feed)
            if by_batch:
                yield found
            elif not isinstance(wished, dict):
                yield from found
            else:
                first = next(iter(found.values()))
                count = first.dense_shape[0] if isinstance(first, v1.SparseTensorValue) else first.shape[0]
                for row in range(count):
                    yield {key: value[row] for key, value in found.items()}
            if feed_fn is None and not session.graph.get_collection(v1.GraphKeys.QUEUE_RUNNERS):
                return  # the same input for ever


def _filtered(predictions: Any, outputs: Any) -> Any:
    if not outputs:
        return predictions
    if not isinstance(predictions, dict):
        raise ValueError("outputs argument is not valid in case of non-dict predictions.")
    wished = {key: value for key, value in predictions.items() if key in outputs}
    if not wished:
        raise ValueError(f"Expected to run at least one output from {list(predictions)}, provided {outputs}.")
    return wished


def _parted(metrics: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Metrics as one op that updates all of them, and their values."""
    pairs = {name: each for name, each in metrics.items() if isinstance(each, (list, tuple)) and len(each) == 2}
    updates = [update for _, update in pairs.values()]
    values = {name: pairs[name][0] if name in pairs else each for name, each in metrics.items()}
    return v1.group(*updates) if updates else None, values


def _saver(config: Any) -> Any:
    return v1.train.Saver(
        sharded=True,
        max_to_keep=config.keep_checkpoint_max,
        keep_checkpoint_every_n_hours=config.keep_checkpoint_every_n_hours,
        defer_build=True,
        save_relative_paths=True,
    )


def _saving(model: Any, scaffold: Any, hooks: list[Any], ops: Any) -> list[Any]:
    """The hook that saves checkpoints, unless there is one."""
    config, kind = model._config, v1.train.CheckpointSaverHook
    if not (config.save_checkpoints_secs or config.save_checkpoints_steps):
        return []
    if any(isinstance(hook, kind) for hook in hooks + ops.training_hooks + ops.training_chief_hooks):
        return []
    seconds, steps = config.save_checkpoints_secs, config.save_checkpoints_steps
    return [kind(model._model_dir, save_secs=seconds, save_steps=steps, scaffold=scaffold)]
