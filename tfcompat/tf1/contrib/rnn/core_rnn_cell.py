"""`tf.contrib.rnn.core_rnn_cell` of TensorFlow 1.0, and what was private there and in 1.15's file of that name."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.nn.rnn_cell": (
        "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell "
        "RNNCell ResidualWrapper"
    ),
    "tfcompat.tf1.cells.linear": "_Linear=Linear _linear=linear",
    "tfcompat.tf1.cells.wrappers": "EmbeddingWrapper InputProjectionWrapper OutputProjectionWrapper",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
