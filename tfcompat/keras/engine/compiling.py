"""What `compile` makes of the names of losses and metrics: `history` shows a metric under the name that was given."""

from __future__ import annotations

import functools
import inspect
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import v1
from tfcompat.keras import losses, metrics

_GENERIC = ("accuracy", "acc", "crossentropy", "ce")


def loss_functions(loss: Any) -> Any:
    """`loss` with Keras' own functions in place of names, in the structure that it has."""
    if isinstance(loss, Mapping):
        return {name: loss_functions(each) for name, each in loss.items()}
    if isinstance(loss, (list, tuple)):
        return [loss_functions(each) for each in loss]
    if isinstance(loss, str):
        return losses.get(loss)
    return _per_sample(loss) if inspect.isfunction(loss) else loss


def _per_sample(loss: Any) -> Any:
    """The loss function; where it gives one number, each sample of the batch has it, so that it can be weighted."""
    if loss.__module__.startswith("tf_keras."):
        return loss

    @functools.wraps(loss)
    def per_sample(y_true: Any, y_pred: Any) -> Any:
        found = loss(y_true, y_pred)
        if getattr(getattr(found, "shape", None), "rank", None) != 0:
            return found
        return found + v1.zeros([v1.shape(y_pred)[0]], dtype=found.dtype)

    return per_sample


def metrics_per_output(
    given: Any, names: list[str], shapes: list[Any], functions: list[Any], weighted: bool
) -> list[OrderedDict[str, Any]]:
    """One ordered mapping of names to metric objects for each output."""
    utilities = module("engine.training_utils_v1")
    if not given:
        return [OrderedDict() for _ in names]
    if isinstance(given, list):
        nested = any(isinstance(each, list) for each in given)
        rows = list(given) if nested else [list(given) for _ in names]
    elif isinstance(given, Mapping):
        unknown = set(given).difference(names)
        if unknown:
            raise ValueError(f"Unknown entry in `metrics` dictionary: {sorted(unknown)}; the outputs are {names}")
        rows = [given.get(name, []) for name in names]
    else:
        raise TypeError(
            f"Type of `metrics` argument not understood. Expected a list or dictionary, found: {type(given)}"
        )
    found = []
    for place, row in enumerate(rows):
        of_output: OrderedDict[str, Any] = OrderedDict()
        for metric in row if isinstance(row, (list, tuple)) else [row]:
            name = _name(metric, weighted)
            function = _function(metric, utilities, shapes[place], functions[place])
            of_output[name] = metrics.wrapped(function, name)
        found.append(of_output)
    return found


def _name(metric: Any, weighted: bool) -> str:
    if isinstance(metric, str):
        return f"weighted_{metric}" if weighted and metric in _GENERIC else metric
    name = getattr(metric, "name", None) or getattr(metric, "__name__", None) or type(metric).__name__
    return str(name)


def _function(metric: Any, utilities: Any, shape: Any, loss: Any) -> Any:
    if metric in _GENERIC:
        return utilities.get_metric_function(metric, output_shape=shape, loss_fn=loss)
    return metrics.get(metric)
