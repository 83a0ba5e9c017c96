"""`tensorflow.contrib.cudnn_rnn.python.ops.cudnn_rnn_ops`."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.cudnn_rnn.compatible_cells": "CudnnCompatibleGRUCell CudnnCompatibleLSTMCell",
    "tfcompat.tf1.contrib.cudnn_rnn.format_converters": (
        "CudnnParamsFormatConverter CudnnParamsFormatConverterGRU CudnnParamsFormatConverterLSTM "
        "CudnnParamsFormatConverterRelu CudnnParamsFormatConverterTanh"
    ),
    "tfcompat.tf1.contrib.cudnn_rnn.functions": (
        "CudnnGRU CudnnLSTM CudnnRNNRelu CudnnRNNTanh cudnn_rnn_canonical_to_opaque_params "
        "cudnn_rnn_opaque_params_size cudnn_rnn_opaque_params_to_canonical"
    ),
    "tfcompat.tf1.contrib.cudnn_rnn.modes": (
        "CUDNN_GRU CUDNN_GRU_PARAMS_PER_LAYER CUDNN_INPUT_AUTO_MODE CUDNN_INPUT_LINEAR_MODE CUDNN_INPUT_SKIP_MODE "
        "CUDNN_LSTM CUDNN_LSTM_PARAMS_PER_LAYER CUDNN_RNN_BIDIRECTION CUDNN_RNN_RELU CUDNN_RNN_RELU_PARAMS_PER_LAYER "
        "CUDNN_RNN_TANH CUDNN_RNN_TANH_PARAMS_PER_LAYER CUDNN_RNN_UNIDIRECTION check_direction check_input_mode"
    ),
    "tfcompat.tf1.contrib.cudnn_rnn.saveables": (
        "CudnnGRUSaveable CudnnLSTMSaveable CudnnOpaqueParamsSaveable CudnnRNNReluSaveable CudnnRNNTanhSaveable"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
