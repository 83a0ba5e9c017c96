"""`keras.initializers` of 2.3.1: seeds come from NumPy, and orthogonal matrices are drawn by NumPy itself."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import by_name, draws
from tfcompat.keras.legacy import initial_values
from tfcompat.keras.singular.vectors import singular_vectors

keras()  # loads tf_keras
# tf_keras says so of every initializer that is not in its own list; these are written in 2.3.1's way all the same.
warnings.filterwarnings("ignore", r"The `keras\.initializers\.serialize\(\)` API should only be used", UserWarning)
_base: Any = module("initializers.initializers")
# The standard deviation of a normal distribution that is cut off two deviations from its mean.
_TRUNCATED = 0.87962566103423978


class Initializer(_base.Initializer):
    """Makes the first value of a weight; called with a shape and a dtype."""

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        raise NotImplementedError

    def get_config(self) -> dict[str, Any]:
        return {}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Initializer:
        return cls(**{key: value for key, value in config.items() if key != "dtype"})


class Constant(Initializer):
    """Every entry is `value`."""

    def __init__(self, value: Any = 0) -> None:
        self.value = value

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return keras().backend.constant(self.value, shape=_sizes(shape), dtype=dtype)

    def get_config(self) -> dict[str, Any]:
        return {"value": self.value}


class Zeros(Initializer):
    """Every entry is 0."""

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return keras().backend.constant(0, shape=_sizes(shape), dtype=dtype)


class Ones(Initializer):
    """Every entry is 1."""

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return keras().backend.constant(1, shape=_sizes(shape), dtype=dtype)


class _Seeded(Initializer):
    """With a seed, each call takes the next one."""

    seed: Any

    def _next_seed(self) -> Any:
        seed = self.seed
        if seed is not None:
            self.seed += 1
        return seed


class RandomNormal(_Seeded):
    """A normal distribution."""

    _draw = staticmethod(draws.normal)

    def __init__(self, mean: float = 0.0, stddev: float = 0.05, seed: Any = None) -> None:
        self.mean = mean
        self.stddev = stddev
        self.seed = seed

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return self._draw(_sizes(shape), self.mean, self.stddev, dtype=dtype, seed=self._next_seed())

    def get_config(self) -> dict[str, Any]:
        return {"mean": self.mean, "stddev": self.stddev, "seed": self.seed}


class TruncatedNormal(RandomNormal):
    """A normal distribution without what lies more than two standard deviations off."""

    _draw = staticmethod(draws.truncated_normal)


class RandomUniform(_Seeded):
    """A uniform distribution."""

    def __init__(self, minval: float = -0.05, maxval: float = 0.05, seed: Any = None) -> None:
        self.minval = minval
        self.maxval = maxval
        self.seed = seed

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        return draws.uniform(_sizes(shape), self.minval, self.maxval, dtype=dtype, seed=self._next_seed())

    def get_config(self) -> dict[str, Any]:
        return {"minval": self.minval, "maxval": self.maxval, "seed": self.seed}


class VarianceScaling(_Seeded):
    """A distribution as wide as the number of inputs or outputs of the weight allows.

    Raises:
      ValueError: `scale`, `mode` or `distribution` is none of those that Keras knows.
    """

    def __init__(
        self, scale: float = 1.0, mode: str = "fan_in", distribution: str = "normal", seed: Any = None
    ) -> None:
        if scale <= 0.0:
            raise ValueError("`scale` must be a positive float. Got:", scale)
        if mode.lower() not in ("fan_in", "fan_out", "fan_avg"):
            raise ValueError('Invalid `mode` argument: expected on of {"fan_in", "fan_out", "fan_avg"} but got', mode)
        if distribution.lower() not in ("normal", "uniform"):
            text = 'Invalid `distribution` argument: expected one of {"normal", "uniform"} but got'
            raise ValueError(text, distribution)
        self.scale = scale
        self.mode = mode.lower()
        self.distribution = distribution.lower()
        self.seed = seed

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        shape = _sizes(shape)
        fan_in, fan_out = fans(shape)
        fan = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": float(fan_in + fan_out) / 2}[self.mode]
        scale = self.scale / max(1.0, fan)
        if self.distribution == "normal":
            deviation = np.sqrt(scale) / _TRUNCATED
            return draws.truncated_normal(shape, 0.0, deviation, dtype=dtype, seed=self._next_seed())
        limit = np.sqrt(3.0 * scale)
        return draws.uniform(shape, -limit, limit, dtype=dtype, seed=self._next_seed())

    def get_config(self) -> dict[str, Any]:
        return {"scale": self.scale, "mode": self.mode, "distribution": self.distribution, "seed": self.seed}


class Orthogonal(_Seeded):
    """An orthogonal matrix times `gain`; more than two axes are flattened to the last one."""

    def __init__(self, gain: float = 1.0, seed: Any = None) -> None:
        self.gain = gain
        self.seed = seed

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        shape = _sizes(shape)
        flat = (int(np.prod(shape[:-1])), shape[-1])
        seed = self._next_seed()
        drawn = (np.random if seed is None else np.random.RandomState(seed)).normal(0.0, 1.0, flat)
        left, right = singular_vectors(drawn)
        matrix = (left if left.shape == flat else right).reshape(shape)
        return _as(self.gain * matrix, dtype)

    def get_config(self) -> dict[str, Any]:
        return {"gain": self.gain, "seed": self.seed}


class Identity(Initializer):
    """The identity matrix times `gain`, for weights of rank 2."""

    def __init__(self, gain: float = 1.0) -> None:
        self.gain = gain

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        shape = _sizes(shape)
        if len(shape) != 2:
            raise ValueError("Identity matrix initializer can only be used for 2D matrices.")
        return self.gain * v1.eye(*shape, dtype=dtype or keras().backend.floatx())

    def get_config(self) -> dict[str, Any]:
        return {"gain": self.gain}


def _sizes(shape: Any) -> tuple[int, ...]:
    return tuple(shape.as_list() if hasattr(shape, "as_list") else [int(size) for size in shape])


def _as(array: Any, dtype: Any) -> Any:
    return np.asarray(array, dtype=v1.as_dtype(dtype or keras().backend.floatx()).as_numpy_dtype)


def fans(shape: tuple[int, ...]) -> tuple[float, float]:
    """How many inputs and outputs a weight of this shape has, channels last."""
    if len(shape) == 2:
        return shape[0], shape[1]
    if len(shape) in (3, 4, 5):
        field = np.prod(shape[:-2])
        return shape[-2] * field, shape[-1] * field
    root = np.sqrt(np.prod(shape))
    return root, root


def lecun_uniform(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(1.0, "fan_in", "uniform", seed)


def lecun_normal(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(1.0, "fan_in", "normal", seed)


def glorot_uniform(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(1.0, "fan_avg", "uniform", seed)


def glorot_normal(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(1.0, "fan_avg", "normal", seed)


def he_uniform(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(2.0, "fan_in", "uniform", seed)


def he_normal(seed: Any = None) -> VarianceScaling:
    return VarianceScaling(2.0, "fan_in", "normal", seed)


zero = zeros = Zeros
one = ones = Ones
constant = Constant
uniform = random_uniform = RandomUniform
normal = random_normal = RandomNormal
truncated_normal = TruncatedNormal
identity = Identity
orthogonal = Orthogonal

_NAMES = """
    Constant Identity Initializer Ones Orthogonal RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros
    constant glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal lecun_uniform normal one ones
    orthogonal random_normal random_uniform truncated_normal uniform zero zeros
"""
_CLASSES = {name: globals()[name] for name in _NAMES.split()}
__all__ = [*_CLASSES, "deserialize", "get", "serialize"]
_CALLED = frozenset(each.__name__ for each in (lecun_uniform, lecun_normal, glorot_uniform, glorot_normal, he_uniform,
                                               he_normal))  # fmt: skip
serialize = by_name.serialize


def deserialize(config: Any, custom_objects: Any = None) -> Any:
    """The initializer of a name or a configuration."""
    found = by_name.deserialize(config, _CLASSES, custom_objects, "initializer")
    return found() if isinstance(config, str) and config in _CALLED else found


def get(identifier: Any) -> Any:
    """The initializer of a name, a configuration, or itself; one of tf_keras is replaced by Keras' own.

    Raises:
      ValueError: no initializer is known by that name.
    """
    if isinstance(identifier, str) or hasattr(identifier, "items"):
        return deserialize(identifier)
    return initial_values.of(by_name.get(_own(identifier), _CLASSES, "initializer"))


def _own(identifier: Any) -> Any:
    """Keras' own initializer for one that tf_keras put in by default."""
    if not type(identifier).__module__.startswith("tf_keras.") or not hasattr(identifier, "get_config"):
        return identifier
    config = {key: value for key, value in identifier.get_config().items() if key != "dtype"}
    for name in type(identifier).__mro__:
        if name.__name__ in _CLASSES:
            if "distribution" in config:
                config["distribution"] = config["distribution"].replace("truncated_", "")
            try:
                return _CLASSES[name.__name__](**config)
            except TypeError:
                continue
    return identifier
