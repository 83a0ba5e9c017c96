"""How Keras 2.3.1 went over arrays, batch by batch, or over tensors, step by step: `fit`, `evaluate` and `predict`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.keras.callbacks.base import CallbackList
from tfcompat.keras.callbacks.logs import BaseLogger, History, ProgbarLogger
from tfcompat.keras.utils.progress import Progbar, tell


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def alone(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def training_callbacks(model: Any, callbacks: Any, count_mode: str, params: dict[str, Any]) -> CallbackList:
    """The callbacks of a training: averages first, then the progress bar, the user's, and the history last."""
    model.history = History()
    stateful = model.metrics_names[1:]
    bar = [ProgbarLogger(count_mode, stateful)] if params["verbose"] else []
    made = CallbackList([BaseLogger(stateful), *bar, *(callbacks or []), model.history])
    made.set_model(model._get_callback_model())
    made.set_params(params)
    made.model.stop_training = False
    return made


def other_callbacks(model: Any, callbacks: Any, params: dict[str, Any]) -> CallbackList:
    """The callbacks of an evaluation or prediction; those of a training that it belongs to stay as they are."""
    if not isinstance(callbacks, CallbackList):
        callbacks = CallbackList(callbacks)
        callbacks.set_model(model._get_callback_model())
        callbacks.set_params(params)
    callbacks.model.stop_training = False
    return callbacks


def metric_names(model: Any, validation: bool) -> list[str]:
    names = list(model.metrics_names)
    return names + [f"val_{name}" for name in names] if validation else names


def validates_at(frequency: Any, epoch: int) -> bool:
    """Whether an epoch is one of those after which there is a validation."""
    return bool(module("engine.training_utils_v1").should_run_validation(frequency, epoch))


def batches(size: int, batch_size: int) -> list[tuple[int, int]]:
    return [(start, min(size, start + batch_size)) for start in range(0, size, batch_size)]


def check_steps(steps: Any, validation_steps: Any, validation_data: Any) -> None:
    """Raises a ValueError where an epoch is counted in steps and its validation is not, or the other way round."""
    if validation_steps and steps is None:
        raise ValueError(
            "Can only use `validation_steps` when doing step-wise training, i.e. `steps_per_epoch` must be set."
        )
    if steps is not None and validation_data and not validation_steps:
        raise ValueError("Must specify `validation_steps` to perform validation when doing step-wise training.")


def say_sizes(inputs: list[Any], validation: list[Any]) -> None:
    """The line that a training with a validation begins with."""
    tell(f"Train on {inputs[0].shape[0]} samples, validate on {validation[0].shape[0]} samples")


def part(inputs: list[Any], places: Any) -> list[Any]:
    """The rows of each array at these places; a flag that is a number stays as it is. Sparse rows are made dense."""
    found = []
    for each in inputs:
        rows = each if isinstance(each, (int, bool)) else _rows(each, places)
        found.append(rows.toarray() if hasattr(rows, "toarray") else rows)
    return found


def _rows(array: Any, places: Any) -> Any:
    try:
        return array[places]
    except TypeError:
        raise TypeError('TypeError while preparing batch. If using HDF5 input data, pass shuffle="batch".\n') from None


def _fed(inputs: list[Any], order: Any, batch_size: Any, steps: Any) -> Iterator[tuple[int, list[Any]]]:
    """The size of each batch and what is fed; a step of a model that tensors feed counts as one."""
    if steps is not None:
        for _ in range(steps):
            yield 1, inputs
    else:
        for start, end in batches(len(order), batch_size):
            yield end - start, part(inputs, order[start:end])


def fit(model: Any, inputs: list[Any], validation: Any, options: dict[str, Any], user_callbacks: Any) -> Any:
    """Trains on arrays, or for a number of steps on the tensors that the model is made of.

    Args:
      inputs: the arrays that the training function is fed with.
      validation: the same for the evaluation function, or None.
      options: `batch_size`, `epochs`, `verbose`, `shuffle`, `initial_epoch`, `validation_freq`, `steps_per_epoch`,
        `validation_steps`.
    """
    epochs, steps = options["epochs"], options["steps_per_epoch"]
    size = None if steps is not None else inputs[0].shape[0]
    params = {
        "batch_size": options["batch_size"],
        "epochs": epochs,
        "steps": steps,
        "samples": size,
        "verbose": options["verbose"],
        "do_validation": validation is not None,
        "metrics": metric_names(model, validation is not None),
    }
    callbacks = training_callbacks(model, user_callbacks, "samples" if steps is None else "steps", params)
    callbacks.call("train_begin")
    for each in callbacks:
        each.validation_data = validation or []
    order = np.arange(size or 0)
    names = model.metrics_names
    for epoch in range(options["initial_epoch"], epochs):
        model.reset_metrics()
        callbacks.call("epoch_begin", epoch, {})
        logs: dict[str, Any] = {}
        if options["shuffle"] == "batch" and steps is None:
            order = module("engine.training_utils_v1").batch_shuffle(order, options["batch_size"])
        elif options["shuffle"] and steps is None:
            np.random.shuffle(order)
        stopped = False
        for number, (count, fed) in enumerate(_fed(inputs, order, options["batch_size"], steps)):
            batch_logs: dict[str, Any] = {"batch": number, "size": count}
            callbacks.call("train_batch_begin", number, batch_logs)
            outputs = listed(model.train_function(fed))
            batch_logs.update(zip(names, outputs, strict=False))
            callbacks.call("train_batch_end", number, batch_logs)
            stopped = bool(callbacks.model.stop_training)
            if stopped:
                break
        due = validation is not None and (steps is not None or not stopped)
        if due and validates_at(options["validation_freq"], epoch):
            steps_then = options["validation_steps"] if steps is not None else None
            results = listed(evaluate(model, validation, options["batch_size"], 0, callbacks, steps_then))
            logs.update(zip([f"val_{name}" for name in names], results, strict=False))
        callbacks.call("epoch_end", epoch, logs)
        if callbacks.model.stop_training:
            break
    callbacks.call("train_end")
    return model.history


def evaluate(
    model: Any, inputs: list[Any], batch_size: Any, verbose: int, callbacks: Any, steps: int | None = None
) -> Any:
    """The loss, averaged over the batches, and what the metrics hold at the end.

    In steps 2.3.1 gave the last loss divided by the number of steps, and the sum of what the metrics held after each.
    """
    model.reset_metrics()
    names = list(model.metrics_names)
    size = None if steps is not None else inputs[0].shape[0]
    params = {"batch_size": batch_size, "steps": steps, "samples": size, "verbose": verbose, "metrics": names}
    callbacks = other_callbacks(model, callbacks, params)
    bar = Progbar(steps or size) if verbose == 1 else None
    callbacks.call("test_begin")
    rest: list[float] = []
    loss, done = 0.0, 0
    for number, (count, fed) in enumerate(_fed(inputs, np.arange(size or 0), batch_size, steps)):
        logs: dict[str, Any] = {"batch": number, "size": count}
        callbacks.call("test_batch_begin", number, logs)
        outputs = [float(each) for each in listed(model.test_function(fed))]
        loss = outputs[0] if steps is not None else loss + outputs[0] * count
        seen = outputs[1:]
        rest = [a + b for a, b in zip(rest, seen, strict=True)] if steps is not None and number else seen
        logs.update(zip(names, outputs, strict=False))
        callbacks.call("test_batch_end", number, logs)
        done += count
        if bar:
            bar.update(done)
    callbacks.call("test_end")
    return alone([loss / (steps or size or 1), *rest])


def predict(
    model: Any, inputs: list[Any], batch_size: Any, verbose: int, callbacks: Any, steps: int | None = None
) -> Any:
    """The outputs for all rows, or for a number of steps."""
    size = None if steps is not None else inputs[0].shape[0]
    params = {"batch_size": batch_size, "steps": steps, "samples": size, "verbose": verbose}
    callbacks = other_callbacks(model, callbacks, params)
    bar = Progbar(steps or size) if verbose == 1 else None
    callbacks.call("predict_begin")
    found: list[list[Any]] = []
    done = 0
    for number, (count, fed) in enumerate(_fed(inputs, np.arange(size or 0), batch_size, steps)):
        logs: dict[str, Any] = {"batch": number, "size": count}
        callbacks.call("predict_batch_begin", number, logs)
        outputs = listed(model.predict_function(fed))
        found = found or [[] for _ in outputs]
        for kept, output in zip(found, outputs, strict=True):
            kept.append(output)
        callbacks.call("predict_batch_end", number, {**logs, "outputs": outputs})
        done += count
        if bar:
            bar.update(done)
    callbacks.call("predict_end")
    return alone([np.concatenate(each) for each in found])
