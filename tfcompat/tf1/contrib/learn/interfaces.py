"""`tf.contrib.learn.Trainable` and `Evaluable`: what an `Experiment` asks of a model."""

from __future__ import annotations

import abc
from typing import Any


class Trainable(abc.ABC):
    """Something that `fit` trains."""

    @abc.abstractmethod
    def fit(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        steps: int | None = None,
        batch_size: int | None = None,
        monitors: Any = None,
        max_steps: int | None = None,
    ) -> Any:
        """Trains on arrays or on what `input_fn` answers."""
        raise NotImplementedError


class Evaluable(abc.ABC):
    """Something that `evaluate` measures."""

    @property
    @abc.abstractmethod
    def model_dir(self) -> str:
        """The folder of the checkpoints."""
        raise NotImplementedError

    @abc.abstractmethod
    def evaluate(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        feed_fn: Any = None,
        batch_size: int | None = None,
        steps: int | None = None,
        metrics: Any = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Any = None,
    ) -> dict[str, Any] | None:
        """The metrics by name."""
        raise NotImplementedError
