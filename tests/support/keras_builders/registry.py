"""The roster of a topic's programs, and how one is played."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np

ROSTERS = {}  # type: Dict[str, Dict[str, Callable[..., Any]]]
SEED = 87
_TIMES = re.compile(r" - \d+s( \d+[mu]?s/step)?")


def program(make: Callable[..., Any]) -> Callable[..., Any]:
    """Enters `make(keras, tf)` under its own name; it answers numbers, arrays and texts, nested as it likes."""
    ROSTERS.setdefault(make.__module__.rsplit(".", 1)[-1], {})[make.__name__] = make
    return make


def roster(topic: str) -> dict[str, Callable[..., Any]]:
    """The programs of one topic, by name."""
    importlib.import_module("tests.support.keras_builders." + topic)
    return ROSTERS[topic]


def play(keras: Any, tf: Any, make: Callable[..., Any]) -> Any:
    """What a program answers, in a graph of its own, and what it printed.

    The session has one thread: with more, 1.15 reads an optimizer's step count before or after it is raised.
    """
    printed = io.StringIO()
    keras.backend.clear_session()
    threads = {"intra_op_parallelism_threads": 1, "inter_op_parallelism_threads": 1}
    keras.backend.set_session(tf.Session(config=tf.ConfigProto(**threads)))
    np.random.seed(SEED)
    tf.set_random_seed(SEED)
    with contextlib.redirect_stdout(printed), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        answer = plain(make(keras, tf))
    keras.backend.clear_session()
    return {"answer": answer, "printed": without_times(printed.getvalue())}


def without_times(text: str) -> list[str]:
    """The lines of a text less its running times, and less what a progress bar drew on its way."""
    lines = [_TIMES.sub("", line).rstrip() for line in text.splitlines()]
    return [line for line in lines if line and "ETA" not in line]


def plain(value: Any) -> Any:
    """A nest as JSON holds it; numbers are rounded to float32's digits."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (bool, str)) or value is None:
        return value
    return int(value) if isinstance(value, (int, np.integer)) else float(f"{value:.8g}")


def rows(*shape: int, seed: int = 0) -> np.ndarray:
    """Numbers between 0 and 1 that do not depend on the global seed."""
    return np.random.RandomState(seed).rand(*shape).astype("float32")


def trained(model: Any, x: Any, y: Any, epochs: int = 7, **options: Any) -> Any:
    """Names, first and last weights, losses of 7 epochs of 3 batches each, and predictions."""
    before = model.get_weights()
    history = model.fit(x, y, batch_size=4, epochs=epochs, verbose=0, **options).history
    return {
        "names": [each.name for each in model.weights],
        "before": before,
        "history": history,
        "after": model.get_weights(),
        "predictions": model.predict(x),
        "evaluation": model.evaluate(x, y, verbose=0),
        "next_draw": np.random.randint(1000000),
    }
