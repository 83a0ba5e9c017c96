"""Stands for `tensorflow.python.tpu.tpu_embedding`: how embedding tables on a TPU are trained.

The settings are real (`TPUEstimator` checks and keeps them on any machine); the tables themselves need a TPU.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

TRAINING, INFERENCE = "train", "inference"


@dataclass
class _OptimizationParameters:
    learning_rate: float

    def __post_init__(self) -> None:
        """Raises a ValueError for a setting outside its range."""


@dataclass
class AdagradParameters(_OptimizationParameters):
    """`tf.tpu.experimental.AdagradParameters`."""

    initial_accumulator: float = 0.1
    use_gradient_accumulation: bool = True
    clip_weight_min: float | None = None
    clip_weight_max: float | None = None

    def __post_init__(self) -> None:
        if self.initial_accumulator <= 0:
            raise ValueError(f"initial_accumulator must be positive, got {self.initial_accumulator}")


@dataclass
class AdamParameters(_OptimizationParameters):
    """`tf.tpu.experimental.AdamParameters`."""

    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-08
    lazy_adam: bool = True
    sum_inside_sqrt: bool = True
    use_gradient_accumulation: bool = True
    clip_weight_min: float | None = None
    clip_weight_max: float | None = None

    def __post_init__(self) -> None:
        for name in ("beta1", "beta2"):
            if not 0.0 <= getattr(self, name) < 1.0:
                raise ValueError(f"{name} must be at least 0 and below 1, got {getattr(self, name)}")
        if self.epsilon <= 0:
            raise ValueError(f"epsilon must be positive, got {self.epsilon}")
        if not self.use_gradient_accumulation and not self.lazy_adam:
            raise ValueError("without lazy_adam, use_gradient_accumulation must be True")


@dataclass
class StochasticGradientDescentParameters(_OptimizationParameters):
    """`tf.tpu.experimental.StochasticGradientDescentParameters`."""

    clip_weight_min: float | None = None
    clip_weight_max: float | None = None
    use_gradient_accumulation: bool = False


class FtrlParameters(_OptimizationParameters):
    """Named by tensorflow-estimator; 1.15 did not have it."""


class MomentumParameters(_OptimizationParameters):
    """Named by tensorflow-estimator; 1.15 did not have it."""


class ProximalAdagradParameters(_OptimizationParameters):
    """Named by tensorflow-estimator; 1.15 did not have it."""


class RMSPropParameters(_OptimizationParameters):
    """Named by tensorflow-estimator; 1.15 did not have it."""


@dataclass
class TableConfig:
    """Rows and columns of one table, and where its first values come from."""

    vocabulary_size: int
    dimension: int
    initializer: Any = None
    combiner: str = "mean"
    hot_id_replication: bool = False
    learning_rate: float | None = None
    learning_rate_fn: Any = None

    def __post_init__(self) -> None:
        for name in ("vocabulary_size", "dimension"):
            if not isinstance(getattr(self, name), int) or getattr(self, name) < 1:
                raise ValueError(f"{name} must be a positive int, got {getattr(self, name)}")
        if self.initializer is not None and not callable(self.initializer):
            raise ValueError(f"initializer must be callable, got {self.initializer}")
        if self.combiner not in ("mean", "sum", "sqrtn", None):
            raise ValueError(f"combiner must be 'mean', 'sum', 'sqrtn' or None, got {self.combiner}")


@dataclass
class FeatureConfig:
    """Which table a feature is looked up in."""

    table_id: str
    max_sequence_length: int = 0
    weight_key: str | None = None


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)

    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError(
            f"{name} handles embedding tables on a TPU, which TensorFlow 2 no longer does in sessions; "
            "with use_tpu=False a TPUEstimator looks them up on this machine"
        )

    return refuse
