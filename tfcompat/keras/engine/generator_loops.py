"""How Keras 2.3.1 went over generators and sequences of batches."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras
from tfcompat.keras.engine import loops
from tfcompat.keras.utils.progress import Progbar


def is_sequence(generator: Any) -> bool:
    return isinstance(generator, keras().utils.Sequence) or all(
        hasattr(generator, name) for name in ("__getitem__", "__len__", "on_epoch_end")
    )


def is_generator(data: Any) -> bool:
    """Whether data come batch by batch."""
    return is_sequence(data) or hasattr(data, "__next__") or hasattr(data, "next")


def steps_of(generator: Any, steps: Any, argument: str) -> int:
    if steps is not None:
        return int(steps)
    if is_sequence(generator):
        return len(generator)
    raise ValueError(
        f"`{argument}=None` is only valid for a generator based on the `keras.utils.Sequence` class. Please specify "
        f"`{argument}` or use the `keras.utils.Sequence` class."
    )


@contextlib.contextmanager
def drawn(generator: Any, options: dict[str, Any], shuffle: bool = False) -> Iterator[Iterator[Any]]:
    """The batches of a generator, drawn ahead by `workers` others; without any, when they are asked for."""
    if not options["workers"]:
        yield _endless(generator) if is_sequence(generator) else generator
        return
    utils = keras().utils
    if is_sequence(generator):
        queue = utils.OrderedEnqueuer(generator, options["use_multiprocessing"], shuffle=shuffle)
    else:
        queue = utils.GeneratorEnqueuer(generator, options["use_multiprocessing"])
    queue.start(workers=options["workers"], max_queue_size=options["max_queue_size"])
    try:
        yield queue.get()
    finally:
        queue.stop()


def _endless(sequence: Any) -> Iterator[Any]:
    while True:
        yield from sequence


def _taken_apart(batch: Any) -> tuple[Any, Any, Any]:
    if not hasattr(batch, "__len__") or len(batch) not in (2, 3):
        raise ValueError(f"Output of generator should be a tuple `(x, y, sample_weight)` or `(x, y)`. Found: {batch}")
    return (batch[0], batch[1], batch[2] if len(batch) == 3 else None)


def _size(x: Any) -> int:
    if x is None or len(x) == 0:
        return 1
    first = x[0] if isinstance(x, (list, tuple)) else next(iter(x.values())) if isinstance(x, dict) else x
    return int(first.shape[0])


def fit(model: Any, generator: Any, validation: Any, options: dict[str, Any], user_callbacks: Any) -> Any:
    """Trains on batches. `validation` is None, `(x, y)` with or without weights, or a generator."""
    steps = steps_of(generator, options["steps_per_epoch"], "steps_per_epoch")
    if is_generator(validation):
        options["validation_steps"] = steps_of(validation, options["validation_steps"], "validation_steps")
    params = {
        "epochs": options["epochs"],
        "steps": steps,
        "verbose": options["verbose"],
        "do_validation": bool(validation),
        "metrics": loops.metric_names(model, True),
    }
    callbacks = loops.training_callbacks(model, user_callbacks, "steps", params)
    callbacks.call("train_begin")
    with contextlib.ExitStack() as stack:
        if is_generator(validation):
            validation = stack.enter_context(drawn(validation, options))
        source = stack.enter_context(drawn(generator, options, options["shuffle"]))
        logs: dict[str, Any] = {}
        for epoch in range(options["initial_epoch"], options["epochs"]):
            model.reset_metrics()
            callbacks.call("epoch_begin", epoch, {})
            _epoch(model, source, steps, options, callbacks)
            due = validation and loops.validates_at(options["validation_freq"], epoch)
            if due and not callbacks.model.stop_training:
                results = loops.listed(_validate(model, validation, options, callbacks))
                logs.update(zip([f"val_{name}" for name in model.metrics_names], results, strict=False))
            callbacks.call("epoch_end", epoch, logs)
            if callbacks.model.stop_training:
                break
            if is_sequence(generator) and not options["workers"]:
                generator.on_epoch_end()
    callbacks.call("train_end")
    return model.history


def _epoch(model: Any, source: Any, steps: int, options: dict[str, Any], callbacks: Any) -> None:
    for number in range(steps):
        x, y, weights = _taken_apart(next(source))
        options["batch_size"] = _size(x)
        logs: dict[str, Any] = {"batch": number, "size": options["batch_size"]}
        callbacks.call("train_batch_begin", number, logs)
        outputs = loops.listed(
            model.train_on_batch(x, y, sample_weight=weights, class_weight=options["class_weight"], reset_metrics=False)
        )
        logs.update(zip(model.metrics_names, outputs, strict=False))
        callbacks.call("train_batch_end", number, logs)
        if callbacks.model.stop_training:
            break


def _validate(model: Any, validation: Any, options: dict[str, Any], callbacks: Any) -> Any:
    if not isinstance(validation, (list, tuple)):
        return evaluate(model, validation, options["validation_steps"], {"workers": 0, "verbose": 0}, callbacks)
    if len(validation) not in (2, 3):
        raise ValueError(
            f"`validation_data` should be a tuple `(val_x, val_y, val_sample_weight)` or `(val_x, val_y)`. Found: "
            f"{validation}"
        )
    x, y, *weights = validation
    return model.evaluate(
        x, y, options["batch_size"], verbose=0, sample_weight=weights[0] if weights else None, callbacks=callbacks
    )


def evaluate(model: Any, generator: Any, steps: Any, options: dict[str, Any], callbacks: Any) -> Any:
    """The loss of the last batch, as 2.3.1 gave it, and what the metrics hold at the end."""
    model.reset_metrics()
    steps = steps_of(generator, steps, "steps")
    names = list(model.metrics_names)
    params = {"steps": steps, "verbose": options["verbose"], "metrics": names}
    callbacks = loops.other_callbacks(model, callbacks, params)
    bar = Progbar(steps) if options["verbose"] == 1 else None
    callbacks.call("test_begin")
    outputs: list[Any] = []
    with drawn(generator, options) as source:
        for number in range(steps):
            x, y, weights = _taken_apart(next(source))
            logs: dict[str, Any] = {"batch": number, "size": _size(x)}
            callbacks.call("test_batch_begin", number, logs)
            outputs = loops.listed(model.test_on_batch(x, y, sample_weight=weights, reset_metrics=False))
            logs.update(zip(names, outputs, strict=False))
            callbacks.call("test_batch_end", number, logs)
            if bar:
                bar.update(number + 1)
    callbacks.call("test_end")
    return loops.alone([float(outputs[0]), *map(np.float64, outputs[1:])])


def predict(model: Any, generator: Any, steps: Any, options: dict[str, Any], callbacks: Any) -> Any:
    """The outputs for all batches."""
    steps = steps_of(generator, steps, "steps")
    callbacks = loops.other_callbacks(model, callbacks, {"steps": steps, "verbose": options["verbose"]})
    bar = Progbar(steps) if options["verbose"] == 1 else None
    callbacks.call("predict_begin")
    found: list[list[Any]] = []
    with drawn(generator, options) as source:
        for number in range(steps):
            batch = next(source)
            x = batch[0] if isinstance(batch, tuple) else batch
            logs: dict[str, Any] = {"batch": number, "size": _size(x)}
            callbacks.call("predict_batch_begin", number, logs)
            outputs = loops.listed(model.predict_on_batch(x))
            found = found or [[] for _ in outputs]
            for kept, output in zip(found, outputs, strict=True):
                kept.append(output)
            callbacks.call("predict_batch_end", number, {**logs, "outputs": outputs})
            if bar:
                bar.update(number + 1)
    callbacks.call("predict_end")
    return loops.alone([np.concatenate(each) for each in found])
