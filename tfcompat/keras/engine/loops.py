"""How Keras 2.3.1 went over arrays: `fit`, `evaluate` and `predict` batch by batch."""

from __future__ import annotations

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


def fit(model: Any, inputs: list[Any], validation: Any, options: dict[str, Any], user_callbacks: Any) -> Any:
    """Trains on arrays.

    Args:
      inputs: the arrays that the training function is fed with.
      validation: the same for the evaluation function, or None.
      options: `batch_size`, `epochs`, `verbose`, `shuffle`, `initial_epoch`, `validation_freq`.
    """
    size, batch_size, epochs = inputs[0].shape[0], options["batch_size"], options["epochs"]
    params = {
        "batch_size": batch_size,
        "epochs": epochs,
        "steps": None,
        "samples": size,
        "verbose": options["verbose"],
        "do_validation": validation is not None,
        "metrics": metric_names(model, validation is not None),
    }
    callbacks = training_callbacks(model, user_callbacks, "samples", params)
    callbacks.call("train_begin")
    for each in callbacks:
        each.validation_data = validation or []
    order = np.arange(size)
    names = model.metrics_names
    for epoch in range(options["initial_epoch"], epochs):
        model.reset_metrics()
        callbacks.call("epoch_begin", epoch, {})
        logs: dict[str, Any] = {}
        if options["shuffle"] == "batch":
            order = module("engine.training_utils_v1").batch_shuffle(order, batch_size)
        elif options["shuffle"]:
            np.random.shuffle(order)
        for number, (start, end) in enumerate(batches(size, batch_size)):
            batch_logs: dict[str, Any] = {"batch": number, "size": end - start}
            callbacks.call("train_batch_begin", number, batch_logs)
            outputs = listed(model.train_function(part(inputs, order[start:end])))
            batch_logs.update(zip(names, outputs, strict=False))
            callbacks.call("train_batch_end", number, batch_logs)
            if callbacks.model.stop_training:
                break
        else:
            if validation is not None and validates_at(options["validation_freq"], epoch):
                results = listed(evaluate(model, validation, batch_size, 0, callbacks))
                logs.update(zip([f"val_{name}" for name in names], results, strict=False))
        callbacks.call("epoch_end", epoch, logs)
        if callbacks.model.stop_training:
            break
    callbacks.call("train_end")
    return model.history


def evaluate(model: Any, inputs: list[Any], batch_size: int, verbose: int, callbacks: Any) -> Any:
    """The loss, averaged over the batches, and what the metrics hold at the end."""
    model.reset_metrics()
    size, names = inputs[0].shape[0], list(model.metrics_names)
    params = {"batch_size": batch_size, "steps": None, "samples": size, "verbose": verbose, "metrics": names}
    callbacks = other_callbacks(model, callbacks, params)
    bar = Progbar(size) if verbose == 1 else None
    callbacks.call("test_begin")
    loss, rest = 0.0, []
    for number, (start, end) in enumerate(batches(size, batch_size)):
        logs: dict[str, Any] = {"batch": number, "size": end - start}
        callbacks.call("test_batch_begin", number, logs)
        outputs = [float(each) for each in listed(model.test_function(part(inputs, np.arange(start, end))))]
        loss += outputs[0] * (end - start)
        rest = outputs[1:]
        logs.update(zip(names, outputs, strict=False))
        callbacks.call("test_batch_end", number, logs)
        if bar:
            bar.update(end)
    callbacks.call("test_end")
    return alone([loss / size, *rest])


def predict(model: Any, inputs: list[Any], batch_size: int, verbose: int, callbacks: Any) -> Any:
    """The outputs for all rows."""
    size = inputs[0].shape[0]
    params = {"batch_size": batch_size, "steps": None, "samples": size, "verbose": verbose}
    callbacks = other_callbacks(model, callbacks, params)
    bar = Progbar(size) if verbose == 1 else None
    callbacks.call("predict_begin")
    found: list[Any] = []
    for number, (start, end) in enumerate(batches(size, batch_size)):
        logs: dict[str, Any] = {"batch": number, "size": end - start}
        callbacks.call("predict_batch_begin", number, logs)
        outputs = listed(model.predict_function(part(inputs, np.arange(start, end))))
        for place, output in enumerate(outputs):
            if number == 0:
                found.append(np.zeros((size, *output.shape[1:]), dtype=output.dtype))
            found[place][start:end] = output
        callbacks.call("predict_batch_end", number, {**logs, "outputs": outputs})
        if bar:
            bar.update(end)
    callbacks.call("predict_end")
    return alone(found)
