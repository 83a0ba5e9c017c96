"""Inputs from a generator of samples."""

from __future__ import annotations

from collections.abc import Callable, Container
from types import FunctionType, GeneratorType
from typing import Any

from tfcompat.backend import estimator


def generator_input_fn(
    x: Callable[[], Any],
    target_key: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
    pad_value: Any = None,
) -> Callable[[], Any]:
    """An input function of what `x()` yields, a dict of arrays for each sample, in batches.

    `target_key`, a name or several, takes targets out of the features: one tensor, or a dict of them.

    Raises:
      TypeError: `x` is no generator function of dicts, or a target's key is no text.
      KeyError: a target's key is not in the dict.
    """
    if not isinstance(x, FunctionType):
        raise TypeError(f"x must be generator function; got {type(x).__name__}")
    samples = x()
    if not isinstance(samples, GeneratorType):
        raise TypeError(f"x() must be generator; got {type(samples).__name__}")
    sample = next(samples)
    if not isinstance(sample, dict):
        raise TypeError(f"x() must yield dict; got {type(sample).__name__}")
    keys = sorted(sample)
    targets = _targets(target_key, keys)

    def input_fn() -> Any:
        queue = estimator.load("python.estimator.inputs.queues.feeding_functions")._enqueue_data(
            x,
            queue_capacity,
            shuffle=shuffle,
            num_threads=num_threads,
            enqueue_size=batch_size,
            num_epochs=num_epochs,
            pad_value=pad_value,
        )
        batch = queue.dequeue_many(batch_size) if num_epochs is None else queue.dequeue_up_to(batch_size)
        features = dict(zip(keys, batch if isinstance(batch, list) else [batch], strict=False))
        if target_key is None:
            return features
        if len(targets) == 1:
            return features, features.pop(targets[0])
        return features, {key: features.pop(key) for key in targets}

    return input_fn


def _targets(target_key: Any, keys: list[str]) -> list[str]:
    if target_key is None:
        return []
    if isinstance(target_key, str):
        return [target_key]
    if not isinstance(target_key, Container):
        raise TypeError(f"target_key must be str or Container of str; got {type(target_key).__name__}")
    for each in target_key:  # type: ignore[attr-defined]
        if not isinstance(each, str):
            raise TypeError(f"target_key must be str or Container of str; got {type(each).__name__}")
        if each not in keys:
            raise KeyError(f"target_key not in yielded dict. Expected {keys} keys; got {each}")
    return list(target_key)  # type: ignore[call-overload]
