"""`BatchNormalization`."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import layers, v1
from tfcompat.tf1.contrib.distributions.bijectors.base import Bijector


class BatchNormalization(Bijector):
    """The inverse normalizes by a batch's moments with a `tf.layers.BatchNormalization`, forward undoes that."""

    def __init__(
        self,
        batchnorm_layer: Any = None,
        training: Any = True,
        validate_args: bool = False,
        name: str = "batch_normalization",
    ) -> None:
        # The factor must not be 0, or nothing could undo it.
        self.batchnorm = batchnorm_layer or layers().BatchNormalization(
            gamma_constraint=lambda gamma: v1.nn.relu(gamma) + 1e-6
        )
        _check(self.batchnorm)
        self._training = training
        axis = self.batchnorm.axis
        super().__init__(
            forward_min_event_ndims=1 if isinstance(axis, int) else len(axis), validate_args=validate_args, name=name
        )

    def _forward(self, x: Any) -> Any:
        layer = self.batchnorm
        if not layer.built:
            layer.build(x.get_shape())
        mean, variance = self._spread(layer.moving_mean, x), self._spread(layer.moving_variance, x)
        offset = self._spread(layer.beta, x) if layer.center else None
        scale = self._spread(layer.gamma, x) if layer.scale else None
        with v1.name_scope(None, "undo_batchnorm", [x, mean, variance, scale, offset]):
            rescale = v1.sqrt(variance + layer.epsilon)
            if scale is not None:
                rescale /= scale
            return x * rescale + (mean if offset is None else mean - offset * rescale)

    def _inverse(self, y: Any) -> Any:
        return self.batchnorm.apply(y, training=self._training)

    def _forward_log_det_jacobian(self, x: Any) -> Any:
        return -self._inverse_log_det_jacobian(x, use_saved_statistics=True)

    def _inverse_log_det_jacobian(self, y: Any, use_saved_statistics: bool = False) -> Any:
        layer, shape = self.batchnorm, _known_shape(y)
        if not layer.built:
            layer.build(y.get_shape())
        if use_saved_statistics or not self._training:
            log_variance = v1.log(layer.moving_variance + layer.epsilon)
        else:
            axes = [axis for axis in range(len(shape)) if axis not in layer.axis]
            _, variance = v1.nn.moments(y, axes=axes, keepdims=True)
            log_variance = v1.log(variance + layer.epsilon)
        return v1.reduce_sum(v1.log(layer.gamma)) - 0.5 * v1.reduce_sum(log_variance)

    def _spread(self, values: Any, x: Any) -> Any:
        """A vector over the layer's axis, shaped to broadcast against `x`."""
        shape, axes = _known_shape(x), self.batchnorm.axis
        others = [axis for axis in range(len(shape)) if axis not in axes]
        if values is None or len(values.get_shape()) == len(shape) or others == list(range(len(shape) - 1)):
            return values
        spread = [1] * len(shape)
        spread[axes[0]] = shape[axes[0]]
        return v1.reshape(values, spread)


def _known_shape(x: Any) -> Any:
    if not x.shape.is_fully_defined():
        raise ValueError("Input must have shape known at graph construction.")
    return np.int32(x.shape.as_list())


def _check(layer: Any) -> None:
    if not isinstance(layer, layers().BatchNormalization):
        raise ValueError("batchnorm_layer must be an instance of BatchNormalization layer.")
    if layer.renorm:
        raise ValueError("BatchNorm Bijector does not support renormalization.")
    if layer.virtual_batch_size:
        raise ValueError("BatchNorm Bijector does not support virtual batch sizes.")
