"""`tensorflow.contrib.rnn.python.ops.rnn_cell`: its cells that `tf.contrib.rnn` did not make public."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.rnn.layer_norm_lstm": "LayerNormLSTMCell",
    "tfcompat.tf1.contrib.rnn.minimal": "CFNCell MinimalRNNCell",
    "tfcompat.tf1.contrib.rnn.ntm": "NTMCell NTMControllerState",
    "tfcompat.tf1.contrib.rnn.weight_norm_lstm": "WeightNormLSTMCell",
    "tfcompat.tf1.cells.linear": "_Linear=Linear",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
