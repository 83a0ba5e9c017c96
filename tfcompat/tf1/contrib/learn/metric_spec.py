"""`tf.contrib.learn.MetricSpec`: which of a model's tensors a metric is computed from."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

# Under which names a metric may take each of its arguments, the proper one first.
_NAMES = {
    "labels": ("labels", "label", "targets", "target"),
    "predictions": ("predictions", "prediction", "logits", "logit"),
    "weights": ("weights", "weight"),
}


class MetricSpec:
    """A metric function and the keys of its prediction, label and weight.

    The function's arguments are told by their names (`label`, `targets`, `logits`, `weight`, …); predictions without
    such a name are its first argument.

    Raises:
      ValueError: the function has two arguments for one thing, or none for a given key.
    """

    def __init__(
        self,
        metric_fn: Callable[..., Any],
        prediction_key: str | None = None,
        label_key: str | None = None,
        weight_key: str | None = None,
    ) -> None:
        self._metric_fn_name = _name(metric_fn)
        self._prediction_key, self._label_key, self._weight_key = prediction_key, label_key, weight_key
        names = _arguments(metric_fn)
        needed = {"labels": label_key is not None, "weights": weight_key is not None}
        taken = {key: _match(self._metric_fn_name, names, key, needed.get(key, False)) for key in _NAMES}
        self._metric_fn = functools.partial(_call, metric_fn, names, taken)

    @property
    def prediction_key(self) -> str | None:
        return self._prediction_key

    @property
    def label_key(self) -> str | None:
        return self._label_key

    @property
    def weight_key(self) -> str | None:
        return self._weight_key

    @property
    def metric_fn(self) -> Callable[..., Any]:
        """The metric by the named arguments `labels`, `predictions` and `weights`."""
        return self._metric_fn

    def __str__(self) -> str:
        return (
            f"MetricSpec(metric_fn={self._metric_fn_name}, prediction_key={self.prediction_key}, "
            f"label_key={self.label_key}, weight_key={self.weight_key})"
        )

    def create_metric_ops(self, inputs: Any, labels: Any, predictions: Any) -> Any:
        """The metric of a model's tensors: what the function answers.

        Raises:
          ValueError: a key is given for a single tensor, or none for several.
          KeyError: a dict has no such key.
        """
        prediction = _choose("prediction", predictions, self.prediction_key)
        label = _choose("label", labels, self.label_key)
        weights = inputs[self.weight_key] if self.weight_key else None
        try:
            return self.metric_fn(labels=label, predictions=prediction, weights=weights)
        except Exception as error:
            v1.logging.error(f"Could not create metric ops for {self}, {error}")
            raise


def _call(function: Any, names: tuple[str, ...], taken: dict[str, str | None], *unnamed: Any, **given: Any) -> Any:
    if unnamed:
        raise ValueError("`metric_fn` requires named args: `labels`, `predictions`, and optionally `weights`.")
    values = {
        taken[key]: value for key, value in given.items() if taken[key] and (key != "weights" or value is not None)
    }
    if taken["predictions"]:
        return function(**values)  # type: ignore[arg-type]
    if taken["labels"] and taken["labels"] == names[0]:
        return function(values.pop(taken["labels"]), given.get("predictions"), **values)  # type: ignore[arg-type]
    return function(given.get("predictions"), **values)  # type: ignore[arg-type]


def _match(function: str, names: tuple[str, ...], key: str, needed: bool) -> str | None:
    found = [name for name in _NAMES[key] if name in names]
    if len(found) > 1:
        raise ValueError(f"Ambiguous arguments {found}, must provide only one of {set(_NAMES[key])}.")
    if not found and needed:
        raise ValueError(f"{set(_NAMES[key])} missing from {function}({names}).")
    if found and found[0] != key:
        v1.logging.warning(f"Canonical arg {key} missing from {function}({names}), using {found[0]}.")
    return found[0] if found else None


def _arguments(function: Any) -> tuple[str, ...]:
    if hasattr(function, "func") and hasattr(function, "keywords"):
        return tuple(name for name in _arguments(function.func) if name not in function.keywords)
    return tuple(inspect.signature(function).parameters)


def _name(function: Any) -> str:
    return str(getattr(function, "__name__", None) or getattr(getattr(function, "func", None), "__name__", function))


def _choose(what: str, given: Any, key: str | None) -> Any:
    if key:
        if not isinstance(given, dict):
            raise ValueError(
                f"MetricSpec with {what}_key specified requires {what}s dict, got {given}.\n"
                f"You must not provide a {what}_key if you only have a single Tensor as {what}s."
            )
        if key not in given:
            raise KeyError(f"Key '{key}' missing from {list(given)}.")
        return given[key]
    if not isinstance(given, dict):
        return given
    if len(given) != 1:
        raise ValueError(
            f"MetricSpec without specified {what}_key requires {what}s tensor or single element dict, got {given}"
        )
    return next(iter(given.values()))
