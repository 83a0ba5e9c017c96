"""How `tf.train.Saver` keeps cuDNN's parameters: as the variables of the compatible cells."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import saveable_object
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.cudnn_rnn import format_converters, modes


class CudnnOpaqueParamsSaveable(saveable_object.SaveableObject):
    """For a variable that holds the vector of parameters; names begin with those of `scope`."""

    _format_converter_cls: Any
    _rnn_cell_name: str
    _weight_names: tuple[str, ...] = ("kernel",)
    _bias_names: tuple[str, ...] = ("bias",)

    def __init__(
        self,
        opaque_params: Any,
        num_layers: int,
        num_units: int,
        input_size: int,
        input_mode: str = modes.CUDNN_INPUT_LINEAR_MODE,
        direction: str = modes.CUDNN_RNN_UNIDIRECTION,
        scope: Any = None,
        name: str = "cudnn_rnn_saveable",
    ) -> None:
        self._variables = opaque_params
        self._converter = self._format_converter_cls(
            num_layers, num_units, input_size, input_mode=input_mode, direction=direction
        )
        prefix = scope.name if isinstance(scope, v1.VariableScope) else scope
        cells = [f"{prefix}/{cell}" if prefix else cell for cell in self._cells(num_layers, direction)]
        weights, biases = self._converter.opaque_to_tf_canonical(opaque_params)
        names = [f"{cell}/{each}" for cell in cells for each in self._weight_names]
        names += [f"{cell}/{each}" for cell in cells for each in self._bias_names]
        specs = [saveable_object.SaveSpec(value, "", name) for value, name in zip(weights + biases, names, strict=True)]
        super().__init__(v1.identity(opaque_params), specs, name)

    @property
    def format_converter(self) -> Any:
        """Between the vector and the cells' variables."""
        return self._converter

    def restore(self, restored_tensors: Any, restored_shapes: Any) -> Any:
        """The op that sets the variable."""
        return v1.assign(
            self._variables, self._converter.tf_canonical_to_opaque(restored_tensors), validate_shape=False
        )

    def _cells(self, num_layers: int, direction: str) -> list[str]:
        if direction == modes.CUDNN_RNN_UNIDIRECTION:
            return [f"rnn/multi_rnn_cell/cell_{layer}/{self._rnn_cell_name}" for layer in range(num_layers)]
        return [
            f"stack_bidirectional_rnn/cell_{layer}/bidirectional_rnn/{way}/{self._rnn_cell_name}"
            for layer in range(num_layers)
            for way in ("fw", "bw")
        ]


class CudnnLSTMSaveable(CudnnOpaqueParamsSaveable):
    """As `CudnnCompatibleLSTMCell` names them."""

    _format_converter_cls = format_converters.CudnnParamsFormatConverterLSTM
    _rnn_cell_name = "cudnn_compatible_lstm_cell"


class CudnnGRUSaveable(CudnnOpaqueParamsSaveable):
    """As `CudnnCompatibleGRUCell` names them."""

    _format_converter_cls = format_converters.CudnnParamsFormatConverterGRU
    _rnn_cell_name = "cudnn_compatible_gru_cell"
    _weight_names = (
        "gates/kernel",
        "candidate/input_projection/kernel",
        "candidate/hidden_projection/kernel",
    )
    _bias_names = ("gates/bias", "candidate/input_projection/bias", "candidate/hidden_projection/bias")


class CudnnRNNTanhSaveable(CudnnOpaqueParamsSaveable):
    """As `BasicRNNCell` names them."""

    _format_converter_cls = format_converters.CudnnParamsFormatConverterTanh
    _rnn_cell_name = "basic_rnn_cell"


class CudnnRNNReluSaveable(CudnnOpaqueParamsSaveable):
    """As `BasicRNNCell` names them."""

    _format_converter_cls = format_converters.CudnnParamsFormatConverterRelu
    _rnn_cell_name = "basic_rnn_cell"
