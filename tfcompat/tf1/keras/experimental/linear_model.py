"""`tf.keras.experimental.LinearModel`: its kernel starts from glorot_uniform in 1.15, from zeros today."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras

_LinearModel: Any = keras().experimental.LinearModel


class LinearModel(_LinearModel):
    """As in 1.15."""

    def __init__(
        self,
        units: int = 1,
        activation: Any = None,
        use_bias: bool = True,
        kernel_initializer: Any = "glorot_uniform",
        bias_initializer: Any = "zeros",
        kernel_regularizer: Any = None,
        bias_regularizer: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(
            units,
            activation=activation,
            use_bias=use_bias,
            kernel_initializer=kernel_initializer,
            bias_initializer=bias_initializer,
            kernel_regularizer=kernel_regularizer,
            bias_regularizer=bias_regularizer,
            **kwargs,
        )
