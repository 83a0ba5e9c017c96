"""`keras.layers.BatchNormalization` of 2.3.1: its moving variance is corrected for the size of the batch."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.keras import backend
from tfcompat.keras.engine import mirror

_BatchNormalization: Any = mirror.public("BatchNormalization")


class BatchNormalization(_BatchNormalization):
    """Gives each channel mean 0 and variance 1: of the batch in training, else of moving averages."""

    axis: Any

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"fused": False, **kwargs})

    def build(self, input_shape: Any) -> None:
        sizes = v1.TensorShape(input_shape).as_list()
        axis = self.axis if isinstance(self.axis, int) else self.axis[0]
        if sizes[axis] is None:
            raise ValueError(
                f"Axis {axis} of input tensor should have a defined dimension but the layer received an input with "
                f"shape {tuple(sizes)}."
            )
        self.axis = axis
        add = self._channels(sizes[axis])
        self.gamma = add("gamma", trainable=True) if self.scale else None
        self.beta = add("beta", trainable=True) if self.center else None
        self.moving_mean = add("moving_mean", trainable=False)
        self.moving_variance = add("moving_variance", trainable=False)
        self.built = True

    def _channels(self, size: int) -> Any:
        def add(name: str, trainable: bool) -> Any:
            options = {"regularizer": getattr(self, f"{name}_regularizer", None)}
            options |= {"constraint": getattr(self, f"{name}_constraint", None)}
            initializer = getattr(self, f"{name}_initializer")
            return self.add_weight(name, (size,), initializer=initializer, trainable=trainable, **options)

        return add

    def call(self, inputs: Any, training: Any = None) -> Any:
        axes = [place for place in range(inputs.shape.rank) if place != self.axis % inputs.shape.rank]
        if training is False or (isinstance(training, int) and training == 0):
            return self._by_averages(inputs, axes)
        normed, mean, variance = backend.normalize_batch_in_training(
            inputs, self.gamma, self.beta, axes, epsilon=self.epsilon
        )
        shape = v1.shape(inputs)
        size = v1.cast(v1.reduce_prod([shape[axis] for axis in axes]), inputs.dtype)
        variance *= size / (size - (1.0 + self.epsilon))
        update = backend.moving_average_update
        self.add_update(
            [
                update(self.moving_mean, mean, self.momentum),
                update(self.moving_variance, variance, self.momentum),
            ],
            inputs,
        )
        return backend.in_train_phase(normed, lambda: self._by_averages(inputs, axes), training)

    def _by_averages(self, inputs: Any, axes: list[int]) -> Any:
        weights = [self.moving_mean, self.moving_variance, self.beta, self.gamma]
        if sorted(axes) != list(range(inputs.shape.rank))[:-1]:
            wide = [1] * inputs.shape.rank
            wide[self.axis] = inputs.shape.as_list()[self.axis]
            weights = [None if each is None else v1.reshape(each, wide) for each in weights]
        mean, variance, beta, gamma = weights
        return backend.batch_normalization(inputs, mean, variance, beta, gamma, self.axis, self.epsilon)


mirror.replace(_BatchNormalization._tfcompat_original, BatchNormalization)
