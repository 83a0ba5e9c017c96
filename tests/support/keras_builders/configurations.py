"""`get_config` of each layer: what a model file holds, and what Keras 2.3.1 must know to read it."""

from typing import Any

from tests.support.keras_builders.registry import program

LAYERS = {
    "Activation": ("relu",), "ActivityRegularization": (0.5,), "Add": (), "AlphaDropout": (0.3,), "Average": (),
    "AveragePooling1D": (), "AveragePooling2D": (), "AveragePooling3D": (), "BatchNormalization": (),
    "Concatenate": (), "Conv1D": (3, 2), "Conv2D": (3, 2), "Conv2DTranspose": (3, 2), "Conv3D": (3, 2),
    "Conv3DTranspose": (3, 2), "ConvLSTM2D": (3, 2), "Cropping1D": (), "Cropping2D": (), "Cropping3D": (),
    "CuDNNGRU": (3,), "CuDNNLSTM": (3,), "Dense": (3,), "DepthwiseConv2D": (2,), "Dot": (1,), "Dropout": (0.3,),
    "ELU": (), "Embedding": (5, 3), "Flatten": (), "GRU": (3,), "GaussianDropout": (0.3,), "GaussianNoise": (0.3,),
    "GlobalAveragePooling1D": (), "GlobalAveragePooling2D": (), "GlobalMaxPooling1D": (), "GlobalMaxPooling2D": (),
    "GlobalMaxPooling3D": (), "LSTM": (3,), "LeakyReLU": (), "LocallyConnected1D": (3, 2),
    "LocallyConnected2D": (3, 2), "Masking": (), "MaxPooling1D": (), "MaxPooling2D": (), "MaxPooling3D": (),
    "Maximum": (), "Minimum": (), "Multiply": (), "PReLU": (), "Permute": ((2, 1),), "ReLU": (6.0,),
    "RepeatVector": (3,), "Reshape": ((3, 2),), "SeparableConv1D": (3, 2), "SeparableConv2D": (3, 2),
    "SimpleRNN": (3,), "Softmax": (), "SpatialDropout1D": (0.3,), "SpatialDropout2D": (0.3,),
    "SpatialDropout3D": (0.3,), "Subtract": (), "ThresholdedReLU": (), "UpSampling1D": (), "UpSampling2D": (),
    "UpSampling3D": (), "ZeroPadding1D": (), "ZeroPadding2D": (), "ZeroPadding3D": (),
}  # fmt: skip


@program
def layers(keras: Any, tf: Any) -> Any:
    return {name: getattr(keras.layers, name)(*given).get_config() for name, given in LAYERS.items()}


@program
def layers_around_layers(keras: Any, tf: Any) -> Any:
    k = keras.layers
    inner = [
        k.Bidirectional(k.LSTM(3), merge_mode="sum"),
        k.TimeDistributed(k.Dense(3, kernel_regularizer="l2", kernel_constraint="maxnorm"), input_shape=(3, 2)),
        k.RNN([k.LSTMCell(3, name="one"), k.GRUCell(2)], return_sequences=True, unroll=True),
        k.RNN(k.SimpleRNNCell(3)),
        k.Input((3,), name="given")._keras_history[0],
        k.InputLayer(batch_input_shape=(2, 3), name="first"),
        k.Conv2D(3, 2, input_shape=(4, 4, 1), kernel_initializer="he_normal", bias_initializer="ones"),
        k.BatchNormalization(axis=1, gamma_regularizer=keras.regularizers.l1_l2(0.5, 0.25)),
        k.Dot(axes=[2, 1]),
    ]
    return [each.get_config() for each in inner]
