"""Layers that act at random in training: the dropouts and the noises, with seeds from NumPy."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import draws
from tfcompat.keras.backend import in_train_phase
from tfcompat.keras.engine import mirror

# Source of both: Self-Normalizing Neural Networks (Klambauer et al., 2017).
_ALPHA, _SCALE = 1.6732632423543772848170429916717, 1.0507009873554804934193349852946
_of: Any = mirror.public


class Dropout(_of("Dropout")):  # type: ignore[misc]
    """Sets a share `rate` of the inputs to zero in training."""

    def _noise(self, inputs: Any) -> Any:
        """The shape of what is drawn: None is the input's."""
        if self.noise_shape is None:
            return None
        shape = v1.shape(inputs)
        return tuple(shape[place] if size is None else size for place, size in enumerate(self.noise_shape))

    def call(self, inputs: Any, training: Any = None) -> Any:
        if not 0.0 < self.rate < 1.0:
            return inputs
        noise = self._noise(inputs)
        return in_train_phase(lambda: draws.dropout(inputs, self.rate, noise, self.seed), inputs, training)


mirror.replace(Dropout._tfcompat_original, Dropout)


class SpatialDropout1D(_of("SpatialDropout1D")):  # type: ignore[misc]
    """Drops whole channels."""

    def _noise(self, inputs: Any) -> Any:
        shape = v1.shape(inputs)
        return (shape[0], 1, shape[2])


class SpatialDropout2D(_of("SpatialDropout2D")):  # type: ignore[misc]
    """Drops whole channels of images."""

    def _noise(self, inputs: Any) -> Any:
        return _whole_channels(v1.shape(inputs), 2, self.data_format)


class SpatialDropout3D(_of("SpatialDropout3D")):  # type: ignore[misc]
    """Drops whole channels of volumes."""

    def _noise(self, inputs: Any) -> Any:
        return _whole_channels(v1.shape(inputs), 3, self.data_format)


def _whole_channels(shape: Any, rank: int, data_format: str) -> Any:
    ones = (1,) * rank
    return (shape[0], shape[1], *ones) if data_format == "channels_first" else (shape[0], *ones, shape[rank + 1])


class GaussianNoise(_of("GaussianNoise")):  # type: ignore[misc]
    """Adds numbers of a normal distribution in training."""

    def call(self, inputs: Any, training: Any = None) -> Any:
        return in_train_phase(lambda: inputs + draws.normal(v1.shape(inputs), 0.0, self.stddev), inputs, training)


class GaussianDropout(_of("GaussianDropout")):  # type: ignore[misc]
    """Multiplies by numbers of a normal distribution around one in training."""

    def call(self, inputs: Any, training: Any = None) -> Any:
        if not 0 < self.rate < 1:
            return inputs
        deviation = np.sqrt(self.rate / (1.0 - self.rate))
        return in_train_phase(lambda: inputs * draws.normal(v1.shape(inputs), 1.0, deviation), inputs, training)


class AlphaDropout(_of("AlphaDropout")):  # type: ignore[misc]
    """Dropout that keeps mean and variance of what SELU gives."""

    def call(self, inputs: Any, training: Any = None) -> Any:
        if not 0.0 < self.rate < 1.0:
            return inputs
        noise = self.noise_shape if self.noise_shape else v1.shape(inputs)

        def dropped() -> Any:
            low, rate = -_ALPHA * _SCALE, self.rate
            kept = v1.cast(draws.uniform(noise, seed=self.seed) >= rate, keras().backend.floatx())
            a = ((1 - rate) * (1 + rate * low**2)) ** -0.5
            b = -a * low * rate
            return a * (inputs * kept + low * (1 - kept)) + b

        return in_train_phase(dropped, inputs, training)


for _each in (SpatialDropout1D, SpatialDropout2D, SpatialDropout3D, GaussianNoise, GaussianDropout, AlphaDropout):
    mirror.replace(_each._tfcompat_original, _each)
