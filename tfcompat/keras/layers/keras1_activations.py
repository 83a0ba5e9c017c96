"""Activations with weights that Keras 2 dropped. Source: keras.layers.advanced_activations of 1.2.2."""

from __future__ import annotations

from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.keras import initializations
from tfcompat.keras.engine.layer import Layer


class _Activation(Layer):
    """An activation with a weight for each entry of its input, or one along the `shared_axes`."""

    def __init__(self, weights: Any = None, shared_axes: Any = None, **kwargs: Any) -> None:
        super().__init__(weights=weights, **kwargs)
        self.supports_masking = True
        self.shared_axes = list(shared_axes) if isinstance(shared_axes, (list, tuple)) else [shared_axes]

    def _shape(self, input_shape: Any) -> list[int]:
        shape = v1.TensorShape(input_shape).as_list()[1:]
        for axis in self.shared_axes:
            if axis is not None:
                shape[axis - 1] = 1
        return shape

    def compute_output_shape(self, input_shape: Any) -> Any:
        return input_shape


class ParametricSoftplus(_Activation):
    """`alpha * log(1 + exp(beta * x))`."""

    def __init__(self, alpha_init: float = 0.2, beta_init: float = 5.0, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.alpha_init = float(np.float32(alpha_init))
        self.beta_init = float(np.float32(beta_init))

    def build(self, input_shape: Any) -> None:
        shape = self._shape(input_shape)
        values = {"alphas": self.alpha_init, "betas": self.beta_init}
        self.alphas, self.betas = (
            self.add_weight(name, shape, initializer=v1.constant_initializer(value)) for name, value in values.items()
        )
        self.built = True

    def call(self, inputs: Any) -> Any:
        return v1.nn.softplus(self.betas * inputs) * self.alphas

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "alpha_init": self.alpha_init, "beta_init": self.beta_init}


class SReLU(_Activation):
    """Linear in the middle, and with slopes of their own on the left of `t_left` and beyond `t_left + |t_right|`."""

    def __init__(
        self,
        t_left_init: Any = "zero",
        a_left_init: Any = "glorot_uniform",
        t_right_init: Any = "glorot_uniform",
        a_right_init: Any = "one",
        shared_axes: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(shared_axes=shared_axes, **kwargs)
        self._inits = {"t_left": t_left_init, "a_left": a_left_init, "t_right": t_right_init, "a_right": a_right_init}

    def build(self, input_shape: Any) -> None:
        shape = self._shape(input_shape)
        self.t_left, self.a_left, self.t_right, self.a_right = (
            self.add_weight(name, shape, initializer=initializations.get(init)) for name, init in self._inits.items()
        )
        self.built = True

    def call(self, inputs: Any) -> Any:
        right = self.t_left + v1.abs(self.t_right)
        from_left = inputs - self.t_left
        middle = v1.clip_by_value(v1.nn.relu(from_left), 0.0, right - self.t_left)
        left = self.t_left + (middle - self.a_left * v1.nn.relu(-from_left))
        return left + v1.nn.relu(inputs - right) * self.a_right

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), **{f"{name}_init": init for name, init in self._inits.items()}}
