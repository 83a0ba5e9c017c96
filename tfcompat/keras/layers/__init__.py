"""`keras.layers` of 2.3.1, and Keras 1's names of layers that it still had."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1 import lazy

# Made of the layer of this name in tf_keras.
MIRRORED = frozenset("""
    Activation ActivityRegularization Add Average AveragePooling1D AveragePooling2D AveragePooling3D Bidirectional
    Concatenate Conv1D Conv2D Conv2DTranspose Conv3D Conv3DTranspose Cropping1D Cropping2D Cropping3D
    CuDNNGRU CuDNNLSTM Dense DepthwiseConv2D Dot ELU Embedding GlobalAveragePooling1D GlobalAveragePooling2D
    GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D LeakyReLU
    LocallyConnected1D LocallyConnected2D Masking MaxPooling1D MaxPooling2D MaxPooling3D Maximum Minimum Multiply
    PReLU Permute ReLU RepeatVector Reshape SeparableConv1D SeparableConv2D Subtract
    ThresholdedReLU TimeDistributed UpSampling1D UpSampling2D UpSampling3D Wrapper ZeroPadding1D ZeroPadding2D
    ZeroPadding3D
""".split())  # fmt: skip
# Another name of the same class.
ALIASES = {
    f"{alias}{rank}D": f"{name}{rank}D"
    for alias, name in {
        "AvgPool": "AveragePooling",
        "Convolution": "Conv",
        "GlobalAvgPool": "GlobalAveragePooling",
        "GlobalMaxPool": "GlobalMaxPooling",
        "MaxPool": "MaxPooling",
    }.items()
    for rank in (1, 2, 3)
} | {
    "Convolution2DTranspose": "Conv2DTranspose",
    "Convolution3DTranspose": "Conv3DTranspose",
    "Deconv2D": "Conv2DTranspose",
    "Deconv3D": "Conv3DTranspose",
    "Deconvolution2D": "Conv2DTranspose",
    "Deconvolution3D": "Conv3DTranspose",
    "SeparableConvolution1D": "SeparableConv1D",
    "SeparableConvolution2D": "SeparableConv2D",
}
HOMES = {
    "tfcompat.keras.engine.layer": "Layer",
    "tfcompat.keras.layers.inputs": "Input InputLayer InputSpec",
    "tfcompat.keras.layers.flatten": "Flatten",
    "tfcompat.keras.layers.function": "Lambda",
    "tfcompat.keras.layers.noise": (
        "AlphaDropout Dropout GaussianDropout GaussianNoise SpatialDropout1D SpatialDropout2D SpatialDropout3D"
    ),
    "tfcompat.keras.layers.normalization": "BatchNormalization",
    "tfcompat.keras.layers.recurrent": "GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell",
    "tfcompat.keras.layers.recurrent_base": "Recurrent",
    "tfcompat.keras.layers.convolutional_recurrent": "ConvLSTM2D ConvLSTM2DCell",
    "tfcompat.keras.layers.stacked_cells": "RNN StackedRNNCells",
    "tfcompat.keras.layers.softmax": "Softmax",
    "tfcompat.keras.layers.joining": "add average concatenate dot maximum minimum multiply subtract",
    "tfcompat.keras.layers.keras1": (
        "AtrousConv1D=AtrousConvolution1D AtrousConv2D=AtrousConvolution2D AtrousConvolution1D AtrousConvolution2D "
        "Highway MaxoutDense Merge TimeDistributedDense merge"
    ),
    "tfcompat.keras.layers.keras1_activations": "ParametricSoftplus SReLU",
    "tfcompat.keras.engine.configurations": "deserialize",
    "tfcompat.keras.by_name": "serialize",
}
__all__ = sorted({*lazy.names(HOMES), *MIRRORED, *ALIASES})
_home = lazy.getter(__name__, HOMES)


def __getattr__(name: str) -> Any:
    if name in ALIASES:
        return __getattr__(ALIASES[name])
    if name not in MIRRORED:
        return _home(name)
    from tfcompat.keras.engine import mirror
    from tfcompat.keras.layers import stacked_cells  # noqa: F401 (other recurrent layers inherit from its RNN)

    return mirror.public(name)
