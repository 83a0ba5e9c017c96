"""A recipe carried out under Keras' `fit`."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bert_tf.train import checkpointing, lora, metrics
from bert_tf.train.data.batches import Batches
from bert_tf.train.data.example import Examples
from bert_tf.train.recipe import Recipe
from bert_tf.train.state import State
from bert_tf.train.watchers import Progress, Scalars, Step, Stopping

STATE, BEST = "state.npz", "best.npz"


class Trained(NamedTuple):
    """`history`: for each epoch the losses and metrics; `best_epoch`: whose weights the model has, from 1."""

    history: list[dict[str, float]]
    best_epoch: int
    updates: int


def fit(
    model: Any,
    examples: Examples,
    recipe: Recipe | None = None,
    validation: Examples | None = None,
    folder: str | Path | None = None,
    log_dir: str | Path | None = None,
    save_every: int = 0,
    step: Step | None = None,
    callbacks: Sequence[Any] = (),
    compile_with: dict[str, Any] | None = None,
) -> Trained:
    """Trains a model with a head.

    Args:
      model: one of `bert_tf.heads`.
      examples: what it learns from; see `bert_tf.train.data`.
      recipe: how.
      validation: what it is judged by after each epoch.
      folder: where the run's state is kept; if it holds that of the same run, training goes on there, and ends with
        the weights that it would have had. (The losses of the epoch gone on with are those of its rest.)
      log_dir: where TensorBoard's events go.
      save_every: batches between two savings of the state, besides those at each epoch's end.
      step: told what is being done, how many batches of it are done, and of how many.
      callbacks: Keras callbacks of your own, called first.
      compile_with: arguments for `compile`, such as `jit_compile`.

    Raises:
      ValueError: the folder's state is of another run, or patience has nothing to judge by.
    """
    recipe = recipe or Recipe()
    if recipe.patience is not None and validation is None:
        raise ValueError("early stopping (patience) needs validation examples.")
    if recipe.lora_rank:
        lora.add(model, recipe.lora_rank, recipe.lora_alpha, recipe.lora_targets)
    batches = Batches(examples, recipe.batch_size, recipe.seed)
    updates = max(1, len(batches) * recipe.epochs // recipe.accumulate)
    judges = metrics.of(model, max(len(examples), len(validation or ())))
    model.compile(optimizer=recipe.optimizer(model, updates), metrics=judges, **(compile_with or {}))
    with tempfile.TemporaryDirectory() as temporary, checkpointing.recomputing(model, recipe.recompute):
        place = Path(folder or temporary)
        stopping = None if recipe.patience is None else Stopping(recipe.patience, place / BEST)
        run = {**recipe.to_dict(), "examples": len(examples), "config": model.config.to_dict()}
        state = State(place / STATE, batches, run, save_every, stopping)
        if folder is not None:
            state.restore(model)
        first = batches.epoch * len(batches) + batches.first
        watching: list[Any] = [*callbacks]
        watching += [] if stopping is None else [stopping]
        watching += [] if log_dir is None else [Scalars(log_dir, first)]
        watching += [] if step is None else [Progress(step, first, len(batches) * recipe.epochs, recipe.epochs)]
        watching += [state]
        judged = None if validation is None else Batches(validation, recipe.batch_size).dataset()
        # Keras takes every epoch for as long as the first one that it saw, and the one gone on with is shorter.
        ends = [batches.epoch + 1, recipe.epochs] if batches.first else [recipe.epochs]
        for end in ends:
            if state.stopped or batches.epoch >= end or model.stop_training:
                break
            with warnings.catch_warnings():
                warnings.filterwarnings("ignore", message="Your input ran out of data")  # which is an epoch's end here
                model.fit(
                    batches.dataset(),
                    initial_epoch=batches.epoch,
                    epochs=end,
                    validation_data=judged,
                    callbacks=watching,
                    shuffle=False,
                    verbose=0,
                )
        if stopping is not None:
            stopping.restore(model)
    if recipe.lora_rank:
        lora.merge(model)
    best = len(state.history) if stopping is None else stopping.state["epoch"] + 1
    return Trained(state.history, best, updates)
