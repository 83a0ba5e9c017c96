"""`tf.contrib.rnn.core_rnn_cell_impl` of TensorFlow 1.0 and 1.1: where the cells were defined."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.rnn.core_rnn_cell": (
        "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper EmbeddingWrapper GRUCell InputProjectionWrapper "
        "LSTMCell LSTMStateTuple MultiRNNCell OutputProjectionWrapper RNNCell ResidualWrapper _Linear _linear"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
