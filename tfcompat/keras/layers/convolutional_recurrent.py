"""`keras.layers.ConvLSTM2D` of 2.3.1: its cell drops with seeds from NumPy."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.keras.engine import mirror
from tfcompat.keras.layers.recurrent import Dropping

_ConvLSTMCell: Any = mirror.of(module("layers.rnn.base_conv_lstm").ConvLSTMCell)
_ConvLSTM2D: Any = mirror.public("ConvLSTM2D")
_OF_CELL = (
    "strides padding data_format dilation_rate activation recurrent_activation use_bias kernel_initializer "
    "recurrent_initializer bias_initializer unit_forget_bias kernel_regularizer recurrent_regularizer "
    "bias_regularizer kernel_constraint recurrent_constraint bias_constraint dropout recurrent_dropout"
).split()


class ConvLSTM2DCell(Dropping, _ConvLSTMCell):
    """One step of a long short-term memory whose products are convolutions."""

    def __init__(self, filters: int, kernel_size: Any, **kwargs: Any) -> None:
        super().__init__(2, filters, kernel_size, **kwargs)

    def get_config(self) -> dict[str, Any]:
        config: dict[str, Any] = super().get_config()
        config.pop("rank", None)
        return config


class ConvLSTM2D(_ConvLSTM2D):
    """A layer of long short-term memory over films."""

    cell: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        made = self.cell
        options = {name: getattr(made, name) for name in _OF_CELL}
        self.cell = ConvLSTM2DCell(
            made.filters, made.kernel_size, **options, dtype=made.dtype, trainable=made.trainable
        )


mirror.replace(_ConvLSTM2D._tfcompat_original, ConvLSTM2D)
