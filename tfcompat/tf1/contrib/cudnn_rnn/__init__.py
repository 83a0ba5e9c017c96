"""`tf.contrib.cudnn_rnn` of 1.15: cuDNN's recurrent networks, computed by TensorFlow's own ops on any device.

The parameters are one vector as there, the checkpoints hold the same names and shapes, and gradients exist; what
differs is rounding, and which elements dropout between layers leaves out.
"""

from tfcompat.tf1 import lazy

HOMES = {
    ".compatible_cells": "CudnnCompatibleGRUCell CudnnCompatibleLSTMCell",
    ".format_converters": (
        "CudnnParamsFormatConverterGRU CudnnParamsFormatConverterLSTM CudnnParamsFormatConverterRelu "
        "CudnnParamsFormatConverterTanh"
    ),
    ".layers": "CudnnGRU CudnnLSTM CudnnRNNRelu CudnnRNNTanh",
    ".saveables": "CudnnGRUSaveable CudnnLSTMSaveable CudnnRNNReluSaveable CudnnRNNTanhSaveable",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
